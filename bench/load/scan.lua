-- The scan with a few bytes behind its end, others each time. Counts answers by status and the times of those that were read.
local counter, run = 0, os.time()
local file = assert(io.open(os.getenv("SCAN"), "rb"))
local scan = file:read("*a")
file:close()
local threads = {}
accepted, busy, others, times = 0, 0, 0, ""

function setup(thread) table.insert(threads, thread) end

function request()
  counter = counter + 1
  return wrk.format("POST", nil, { ["Content-Type"] = "image/png", Authorization = "Bearer " .. os.getenv("KEY") }, scan .. string.format("%d-%d", run, counter))
end

function response(status, headers)
  if status == 201 then
    accepted = accepted + 1
    local time = (headers["Server-Timing"] or ""):match("dur=([%d.]+)")
    if time then times = times .. time .. " " end
  elseif status == 429 then busy = busy + 1
  else others = others + 1 end
end

function done()
  local all, read, refused, other = {}, 0, 0, 0
  for _, thread in ipairs(threads) do
    read, refused, other = read + thread:get("accepted"), refused + thread:get("busy"), other + thread:get("others")
    for time in thread:get("times"):gmatch("%S+") do table.insert(all, tonumber(time)) end
  end
  table.sort(all)
  local at = function(share) return all[math.max(1, math.ceil(#all * share))] or 0 end
  print(string.format("read %d, busy (429) %d, others %d; reading took %.0f ms at the median, %.0f ms at p99", read, refused, other, at(0.5), at(0.99)))
end
