-- A letter of four duties, another one each time: the same twice would be found, not read.
local counter, run = 0, os.time()
local text = [[
ỦY BAN NHÂN DÂN TỈNH ĐÔNG HẢI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: %d/UBND-VX                                   Độc lập - Tự do - Hạnh phúc
V/v rà soát trang thiết bị trường học %d       Đông Hải, ngày 15 tháng 01 năm 2025

Kính gửi: Sở Giáo dục và Đào tạo; Ủy ban nhân dân các huyện.

Thực hiện Chỉ thị số 18/CT-TTg ngày 20 tháng 5 năm 2024 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Tài chính rà soát trang thiết bị, báo cáo trước ngày 20/01/2025.
2. Sở Tài chính bố trí kinh phí, hoàn thành trong tháng 02/2025.
3. Ủy ban nhân dân các huyện thống kê nhu cầu, gửi về Sở Giáo dục và Đào tạo trước ngày 25/01/2025.
4. Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện./.

Nơi nhận:                                               TM. ỦY BAN NHÂN DÂN
- Như trên;                                                    CHỦ TỊCH
- Lưu: VT.
                                                            Trần Văn Minh
]]

function request()
  counter = counter + 1
  return wrk.format("POST", nil, { ["Content-Type"] = "text/plain", Authorization = "Bearer " .. os.getenv("KEY") }, text:format(counter, run * 100000 + counter))
end
