using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>An item or paragraph that orders or asks something.</summary>
/// <param name="Item">It, with all that belongs to it.</param>
/// <param name="Confidence">How sure it is that it is a directive, 0–1.</param>
/// <param name="Source">The rule: «directive.item», «directive.article», «directive.paragraph».</param>
internal sealed record OperativeItem(OutlineItem Item, double Confidence, string Source);

/// <summary>Chooses what is a directive: not facts, opinions, agendas, enclosures or what only enacts.</summary>
internal static partial class Operative
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What a person should look at: less than the threshold of the review list.</summary>
    private const double Doubtful = 0.78;

    /// <summary>As many paragraphs without numbers may stand under the sentence that opens them.</summary>
    private const int LongestPlainList = 16;

    public static IReadOnlyList<OperativeItem> Choose(OutlineItem root, string? documentType, Func<Passage, Reading> read)
    {
        var kind = documentType ?? "";
        var articles = FirstSeries(Articles(root)).ToList();
        if (articles.Count > 0 && (kind is "quyết định" or "nghị quyết" or "quy định" || Enacts(articles, kind)))
            return Chosen(articles, read);
        if (kind.Length == 0)
            kind = OutlineKind.Infer(root);
        var chosen = new List<OperativeItem>();
        Section(root, kind, chosen, read, assigned: false);
        if (chosen.Count == 0 && IsPlan(kind) && !HasAssigningHead(root))
        {
            // A plan without «Tổ chức thực hiện» assigns where it says what is to be done.
            Section(root, "", chosen, read, assigned: false);
            return chosen.ConvertAll(c => c with { Confidence = Math.Min(c.Confidence, 0.82) });
        }
        return chosen;
    }

    private static List<OperativeItem> Chosen(List<OutlineItem> articles, Func<Passage, Reading> read)
    {
        var chosen = new List<OperativeItem>();
        foreach (var article in articles)
            if (Article(article, read) is { } operative)
                chosen.Add(operative);
        return chosen;
    }

    /// <summary>Whether articles are the letter's own although its type was not read, or misread: the first enacts, the last says who carries it out.</summary>
    private static bool Enacts(List<OutlineItem> articles, string kind) =>
        articles.Count >= 2 && articles[0].Label!.Number == 1 && kind is not ("tờ trình" or "báo cáo" or "công văn" or "giấy mời")
        && (kind.Length == 0 || (Enacting.IsMatch(articles[0].Head!.Bare) && articles[^1].Passages.Any(p => Executing.IsMatch(p.Bare) || Implementing.IsMatch(p.Bare))));

    private static bool IsPlan(string kind) => kind is "kế hoạch" or "đề án" or "chương trình" or "phương án";

    private static bool HasAssigningHead(OutlineItem item) =>
        item.Children.Any(c => (c.Label is not null && AssigningHead.IsMatch(c.Head!.Bare)) || HasAssigningHead(c));

    private static IEnumerable<OutlineItem> Articles(OutlineItem item) =>
        item.Children.SelectMany(c => c.Label is { Kind: LabelKind.Article } ? [c] : c.Label is { Kind: LabelKind.Part } ? Articles(c) : []);

    /// <summary>The articles of the letter itself: a second «Điều 1» belongs to what is attached.</summary>
    private static IEnumerable<OutlineItem> FirstSeries(IEnumerable<OutlineItem> articles)
    {
        var last = 0;
        return articles.TakeWhile(a => a.Label!.Number > last && (last = a.Label.Number) > 0);
    }

    /// <summary>Điều that assigns work («… chịu trách nhiệm thi hành Quyết định này», «Giao …»), not one that enacts.</summary>
    private static OperativeItem? Article(OutlineItem article, Func<Passage, Reading> read)
    {
        bool assigns = false, later = false;
        foreach (var passage in article.Passages)
        {
            var roles = read(passage).Roles;
            if (roles.Leads.Any(l => l.IsNamed || roles.IsOrder) && (roles.IsOrder || Executing.IsMatch(passage.Bare)))
                (assigns, later) = (true, later || passage != article.Head);
        }
        var first = article.Head!.Bare;
        if (Assigning.IsMatch(first))
            return new(article, 0.9, "directive.article");
        if (Resolving.IsMatch(first))
            return null;
        if (Enacting.IsMatch(first))
            return assigns && (later || Duty.IsMatch(first)) ? new(article, 0.7, "directive.article") : null;
        var said = read(article.Head).Roles;
        return assigns ? new(article, said.Leads.Length > 0 || said.IsOrder || article.Head.Words.Length <= 12 ? 0.95 : Doubtful, "directive.article")
            : Implementing.IsMatch(first) ? new(article, 0.85, "directive.article") : null;
    }

    /// <summary>Runs of items and plain paragraphs inside the letter or one of its parts.</summary>
    private static void Section(OutlineItem section, string kind, List<OperativeItem> chosen, Func<Passage, Reading> read, bool assigned)
    {
        var children = section.Children;
        var leadIn = section.Head;
        var planned = IsPlan(kind) || kind is "báo cáo";
        for (var i = 0; i < children.Count;)
        {
            if (children[i].Label is not { } label)
            {
                leadIn = children[i].Head;
                if (!planned || assigned)
                    Paragraph(children, i, kind, chosen, read);
                i++;
                continue;
            }
            var end = i + 1;
            while (end < children.Count && (children[end].Label is { } other ? other.Kind == label.Kind : RunGoesOn(children, end, label.Kind)))
                end++;
            var run = children[i..end].Where(c => c.Label is not null).ToList();
            Run(run, leadIn, kind, chosen, read, assigned, planned);
            i = end;
        }
    }

    private static bool RunGoesOn(List<OutlineItem> children, int at, LabelKind kind) =>
        at + 1 < children.Count && children[at + 1].Label?.Kind == kind && (kind != LabelKind.Dash || !children[at].Head!.Text.TrimEnd().EndsWith(':'));

    private static void Run(List<OutlineItem> run, Passage? leadIn, string kind, List<OperativeItem> chosen, Func<Passage, Reading> read, bool assigned, bool planned)
    {
        var label = run[0].Label!.Kind;
        var holdsItems = run.Any(i => i.Children.Any(c => c.Label is { Kind: LabelKind.Arabic }));
        if (label is LabelKind.Part or LabelKind.Capital or LabelKind.Roman && (holdsItems || planned))
        {
            foreach (var part in run)
            {
                var heading = part.Head!.Bare;
                var assigns = assigned || AssigningHead.IsMatch(heading) || (kind == "báo cáo" && ProposalHead.IsMatch(heading));
                if (planned && !assigns)
                    continue;
                if (part.Children.Any(c => c.Label is { Kind: LabelKind.Arabic or LabelKind.Roman }))
                    Section(part, kind, chosen, read, assigns);
                else if (assigns || (!Survey.IsMatch(heading) && kind is not "tờ trình" && Asks(part, read) >= 0.9))
                    chosen.Add(new(part, 0.75, "directive.item"));
            }
            return;
        }
        if (planned && !assigned)
        {
            // «5. Tổ chức thực hiện» in a plan without Roman heads.
            foreach (var item in run.Where(i => i.Label!.Kind == LabelKind.Arabic && AssigningHead.IsMatch(i.Head!.Bare)))
                Section(item, kind, chosen, read, assigned: true);
            return;
        }
        if (label is LabelKind.Plus or LabelKind.Star && kind != "giấy mời")
            return;
        var scores = run.Select(i => Asks(i, read)).ToList();
        var asking = scores.Count(s => s >= 0.6);
        var ordered = leadIn is not null && Orders.IsMatch(leadIn.Bare);
        if (label is LabelKind.Dash or LabelKind.Plus or LabelKind.Star)
        {
            if (assigned || (ordered && asking * 2 > run.Count && leadIn!.Label is null))
            {
                RemoveLeadIn(chosen, leadIn);
                chosen.AddRange(run.Select(i => new OperativeItem(i, 0.85, "directive.item")));
            }
            else if (kind is not ("giấy mời" or "tờ trình" or "báo cáo") && (chosen.Count == 0 || chosen[^1].Item.Head != leadIn))
                chosen.AddRange(run.Where((i, n) => scores[n] >= 0.9 && read(i.Head!).Roles is { HasCue: true } roles && roles.Leads.Any(l => l.IsNamed)).Select(i => new OperativeItem(i, 0.82, "directive.item")));
            else if (kind is "giấy mời")
                chosen.AddRange(run.Where((i, n) => scores[n] >= 0.9 && read(i.Head!).Roles.IsOrder).Select(i => new OperativeItem(i, 0.85, "directive.item")));
            return;
        }
        var share = (double)asking / run.Count;
        if (assigned || (ordered && share >= 0.3) || share > 0.5)
        {
            if (kind is "tờ trình" || (kind is "giấy mời" && !scores.Exists(s => s >= 0.9)))
                return;
            RemoveLeadIn(chosen, leadIn);
            var most = IsWhole(run) ? 0.95 : Doubtful;
            for (var n = 0; n < run.Count; n++)
                if (!IsOpinion(run[n], read))
                    chosen.Add(new(run[n], Math.Min(most, 0.6 + (0.2 * share) + (0.15 * scores[n]) + (ordered || assigned ? 0.1 : 0)), "directive.item"));
        }
        else
            for (var n = 0; n < run.Count; n++)
                if (scores[n] >= 0.9 && kind is not ("tờ trình" or "báo cáo"))
                    chosen.Add(new(run[n], 0.72, "directive.item"));
    }

    /// <summary>Whether the labels of a list count from one without a gap: else an item was lost, or these are parts of one that was.</summary>
    private static bool IsWhole(List<OutlineItem> run)
    {
        for (var n = 0; n < run.Count; n++)
            if (run[n].Label!.Number != n + 1 && run[n].Label!.Number != 0 && !(n > 0 && run[n].Label!.Kind == LabelKind.Letter && run[n].Label!.Number > run[n - 1].Label!.Number))
                return false;
        return true;
    }

    /// <summary>The paragraph that opens a list of directives is not one itself.</summary>
    private static void RemoveLeadIn(List<OperativeItem> chosen, Passage? leadIn)
    {
        if (chosen.Count > 0 && leadIn is not null && chosen[^1].Item.Head == leadIn)
            chosen.RemoveAt(chosen.Count - 1);
    }

    /// <summary>A paragraph without a number that asks somebody to do something, or says where and when to report.</summary>
    private static void Paragraph(List<OutlineItem> siblings, int at, string kind, List<OperativeItem> chosen, Func<Passage, Reading> read)
    {
        var passage = siblings[at].Head!;
        if (passage.IsQuoted)
            return;
        var reading = read(passage);
        var hasDeadline = reading.Deadline is not null;
        if (Told.IsMatch(passage.Bare) && !reading.Roles.HasCue)
            return;
        var reports = Closings.SetsReport(passage.Bare) && (reading.Roles.Leads.Length > 0 || Informing.IsMatch(passage.Bare));
        if (Grounds.IsMatch(passage.Bare) && !reports && reading.Roles is not { IsOrder: true, Leads.Length: > 0 })
            return;
        if (passage.Text.TrimEnd().EndsWith(':') && at + 1 < siblings.Count && siblings[at + 1] is { Label: null, Head: { } content } && Imperative.IsMatch(content.Bare))
            return; // «… yêu cầu … thực hiện như sau:» and the order in a paragraph of its own
        var opensList = passage.Text.TrimEnd().EndsWith(':') && at + 1 < siblings.Count && siblings[at + 1].Label is not null;
        var attends = kind is "giấy mời" && Attend.IsMatch(passage.Bare);
        var submits = kind is "tờ trình" && Submits.IsMatch(passage.Bare);
        if (attends || submits)
        {
            chosen.Add(new(siblings[at], 0.85, "directive.paragraph"));
            return;
        }
        if (kind is "tờ trình" or "báo cáo" or "quyết định" || Closings.IsRoutine(passage, hasDeadline, isFirst: chosen.Count == 0))
            return;
        if (reports && !reading.Roles.IsOrder)
        {
            chosen.Add(new(siblings[at], 0.75, "directive.paragraph"));
            return;
        }
        if (opensList && !reading.Roles.HasCue)
            return;
        if (!opensList && Imperative.IsMatch(passage.Bare) && FollowsOpening(siblings, at))
        {
            chosen.Add(new(siblings[at], Doubtful, "directive.paragraph"));
            return;
        }
        var asks = reading.Roles.IsOrder || Asking.IsMatch(passage.Bare);
        if (asks && (reading.Roles.Leads.Length > 0 || Asking.IsMatch(passage.Bare)))
            chosen.Add(new(siblings[at], opensList ? 0.7 : hasDeadline || reading.Roles.Leads.Length > 0 ? 0.85 : 0.75, "directive.paragraph"));
        else if (hasDeadline && ReportsTo.IsMatch(passage.Bare))
            chosen.Add(new(siblings[at], 0.85, "directive.paragraph"));
    }

    /// <summary>«Thống nhất chủ trương …», «Đồng ý với đề xuất của …»: what is agreed to orders nobody, unless it goes on to.</summary>
    private static bool IsOpinion(OutlineItem item, Func<Passage, Reading> read) =>
        Agreeing.IsMatch(item.Head!.Bare) && item.Passages.All(p => read(p) is { Roles: { Leads.IsEmpty: true, Cooperators.IsEmpty: true, IsOrder: false }, Deadline: null });

    /// <summary>Whether a plain paragraph stands in the list that «… đề nghị … một số nội dung sau:» opens without numbers.</summary>
    private static bool FollowsOpening(List<OutlineItem> siblings, int at)
    {
        for (var left = LongestPlainList; left > 0 && --at >= 0 && siblings[at].Label is null && siblings[at].Head is { } head; left--)
            if (head.Text.TrimEnd().EndsWith(':'))
                return Orders.IsMatch(head.Bare);
        return false;
    }

    /// <summary>How far an item, with what belongs to it, orders something: 1 names who, 0.7 is an imperative, 0.2 a fact.</summary>
    private static double Asks(OutlineItem item, Func<Passage, Reading> read)
    {
        var first = item.Head!;
        if (Facts.IsMatch(first.Bare) || IsOpinion(item, read))
            return 0.2;
        var best = 0.0;
        foreach (var passage in item.Passages.Where(p => !p.IsQuoted))
        {
            var roles = read(passage).Roles;
            if (roles.IsOrder && roles.Leads.Length > 0)
                return 1;
            best = Math.Max(best, roles.Leads.Length > 0 && passage == first ? 0.9 : roles.IsOrder ? 0.8 : roles.Cooperators.Length > 0 ? 0.7
                : Imperative.IsMatch(passage.Bare) || (passage == first && passage.Text.StartsWith("Về ", StringComparison.Ordinal)) ? 0.7 : read(passage).Deadline is not null ? 0.6 : 0.2);
        }
        return best;
    }

    [GeneratedRegex(@"(thi hanh|thuc hien|can cu|to chuc|trien khai|chap hanh) [^.;]{0,40}(quyet dinh|nghi quyet|quy dinh|dieu)|thi hanh", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Executing { get; }

    /// <summary>«Tổ chức thực hiện», «Trách nhiệm của …», «Chức năng, nhiệm vụ của Đoàn» heading a Điều.</summary>
    [GeneratedRegex(@"^\W*(to chuc thuc hien|trach nhiem (cua|thi hanh|thuc hien)|phan cong |(chuc nang, )?nhiem vu)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Assigning { get; }

    /// <summary>«Hội đồng nhân dân … thống nhất …».</summary>
    [GeneratedRegex(@"^\W*(hoi dong nhan dan|hdnd|quoc hoi)[^.]{0,60}(thong nhat|tan thanh|thong qua|quyet nghi)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Resolving { get; }

    /// <summary>«… chịu trách nhiệm thi hành Quyết định này».</summary>
    [GeneratedRegex(@"(chiu trach nhiem|can cu)[^.]{0,40}(thi hanh|thuc hien)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Implementing { get; }

    /// <summary>A sentence of an enacting Điều that gives somebody a duty.</summary>
    [GeneratedRegex(@"\. ?(giao |yeu cau |[^.]{0,120}(co|chiu) trach nhiem)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Duty { get; }

    [GeneratedRegex(@"^\W*(quyet dinh nay|nghi quyet nay|ban hanh|phe duyet|cong bo|sua doi|bai bo|bo nhiem|thanh lap|dieu chinh|thu hoi|cho phep|dieu dong|tang|khen|cong nhan|ke tu|giao (phan )?(dien tich|dat |khu dat|thua dat))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Enacting { get; }

    /// <summary>A heading over facts: «Đánh giá chung», «Kết quả», «Sự cần thiết».</summary>
    [GeneratedRegex(@"^\W*(danh gia|ket qua|tinh hinh|su can thiet|qua trinh|bo cuc|muc dich|muc tieu|noi dung|can cu|co so|quan diem|thanh phan|thoi gian|kinh phi|doi voi can bo)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Survey { get; }

    [GeneratedRegex(@"^\W*(\w+ )?(to chuc thuc hien|phan cong|trach nhiem (cua|thuc hien)|to chuc, thuc hien|giao nhiem vu|trien khai thuc hien|che do bao cao)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AssigningHead { get; }

    [GeneratedRegex(@"(kien nghi|de xuat|de nghi)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ProposalHead { get; }

    /// <summary>«… yêu cầu … thực hiện những nội dung sau:», «… có ý kiến như sau:».</summary>
    [GeneratedRegex(@"(yeu|yeu cau|de nghi|giao|chi dao|chi thi|nhiem vu|thuc hien|trien khai|y kien|ket luan|noi dung|cong viec|phan cong)[^.]{0,200}(sau|sau day|sau)[ .,]{0,3}:?\W{0,6}$|(yeu cau|chi thi|de nghi|ket luan|giao)[^:]{0,200}:\W{0,4}$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Orders { get; }

    [GeneratedRegex(@"^\W*(\w\) )?(thuc hien|to chuc|tang cuong|tiep tuc|day manh|quan triet|chu dong|theo doi|bao cao|lanh dao|chi dao|xay dung|ra soat|huong dan|trien khai|tuyen truyen|pho bien|phoi hop|kiem tra|thanh tra|nghien cuu|khan truong|tap trung|thuong xuyen|kip thoi|hoan thien|hoan thanh|nang cao|phat huy|bao dam|dam bao|bo tri|chuan bi|cung co|kien toan|bo sung|lap |gui |cu |cap nhat|ban hanh|nghiem tuc|quan tam|ung dung|doi moi|xu ly|giai quyet|thong ke|phan cap|tham muu|duy tri|van dong|huy dong|tao dieu kien|chap hanh|tuan thu|cong khai|phan cong|trong qua trinh|yeu cau|de nghi|giao |kien nghi|chu tri|thuc day|khac phuc|chan chinh|siet chat|nghiem cam|ho tro|dong vien|tich cuc|lua chon|quan ly|kiem soat|bam sat|bo tri|dieu chinh|tong hop|tong ket|so ket|danh gia|phan loai|dang ky|tham gia|vao cuoc|han che|tiet kiem|uu tien|phong ngua|ngan chan|xac dinh|coi trong|lam tot|to chuc|chap nhan|thong nhat|tra loi|cung cap|truc |giam sat|de xuat|khao sat|moi |thanh lap|tham dinh|thu hoi|niem yet|dang tai|nhan rong|phat dong|khuyen khich)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Imperative { get; }

    /// <summary>«Thời gian: …», «Địa điểm», «Thành phần», «Kết quả …»: an agenda or a fact.</summary>
    [GeneratedRegex(@"^\W*(thanh phan|thoi gian(?! (hoan thanh|bao cao|gui|nop))|dia diem|kinh phi|noi dung( cuoc hop| hop)?:|chu tri:|muc dich|ket qua dat|tong so|ho ten|ong |ba |can cu phap|dieu \d)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Facts { get; }

    [GeneratedRegex(@"^\W*(co ban )?(thong nhat|dong y|nhat tri|ghi nhan|bieu duong|danh gia cao)( ve| voi)?( chu truong| noi dung| de xuat| de nghi| bao cao| y kien| phuong an| ket qua| cac| viec| su no luc| [\w ]{0,30}(de xuat|de nghi|bao cao)) ", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Agreeing { get; }

    [GeneratedRegex(@"^\W*(can cu(?! [^.,]{0,40} nay,)|thuc hien|theo|xet|ngay|trien khai|tiep theo|phuc dap|nham) ", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Grounds { get; }

    /// <summary>What has been: «Ngày …, Phó Chủ tịch … chủ trì họp …», «Sau khi nghe …», «Thời gian qua, …».</summary>
    [GeneratedRegex(@"^\W*(ngay \d|sau khi |(trong )?thoi gian qua|vua qua|hien nay|tuy nhien|tai (cuoc|buoi|hoi nghi)|qua (xem xet|nghien cuu|theo doi|kiem tra))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Told { get; }

    /// <summary>«… thông báo để các đơn vị biết, thực hiện và báo cáo …».</summary>
    [GeneratedRegex(@"thong bao[^.]{0,120}(biet|thuc hien)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Informing { get; }

    /// <summary>«đề nghị …», «yêu cầu …» within the paragraph.</summary>
    [GeneratedRegex(@"(tran trong |kinh )?(de nghi|yeu cau|kinh mong) (cac|thu truong|giam doc|chu tich|so|bo|uy ban|ubnd|don vi|quy|hoi|ban|nguoi|hoc vien|toan)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Asking { get; }

    [GeneratedRegex(@"((rat )?mong|de nghi)[^.]{0,60}(dai bieu|tham du|den du|du hop|thanh phan)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Attend { get; }

    [GeneratedRegex(@"^\W*((ubnd|uy ban|so|bo|ban|cuc|chi cuc|dang uy|huyen uy|thanh uy|tinh uy|hoi|lien doan|truong|cong ty|phong|trung tam|benh vien)[\w ]{0,60} )?(kinh (trinh|de nghi|mong)|tran trong (de nghi|kinh trinh)|de nghi)[^.]{0,120}(xem xet|quyet|chap thuan|phe duyet|cho y kien)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Submits { get; }

    [GeneratedRegex(@"(gui|bao cao|nop|dang ky|phan hoi|tra loi)[^.]{0,160} (ve|qua|den|cho|truoc|cham nhat)|hoan thanh", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ReportsTo { get; }
}
