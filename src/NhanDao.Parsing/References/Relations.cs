using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>What a cited instrument is to the letter, by the words that lead to it: «Căn cứ …», «thực hiện …», «thay thế …».</summary>
internal static class Relations
{
    private const int Reach = 160, LongestTitle = 300;

    /// <summary>
    /// Openers, folded. An act on an instrument (thay thế, bãi bỏ …) counts only where no other instrument stands before it in the sentence:
    /// in «Nghị định A sửa đổi Nghị định B» it is A that amends.
    /// </summary>
    private static readonly ImmutableArray<(string Words, ReferenceRelation Relation, bool IsAct)> Openers =
    [
        ("can cu", ReferenceRelation.Basis, false), // Căn cứ Nghị định số …
        ("theo", ReferenceRelation.Basis, false), // theo Quyết định số …
        ("theo tinh than", ReferenceRelation.CarriesOut, false), // theo tinh thần Hướng dẫn số …
        ("thuc hien", ReferenceRelation.CarriesOut, false), // Thực hiện Công văn số …
        ("trien khai", ReferenceRelation.CarriesOut, false), // triển khai Kế hoạch số …
        ("quan triet", ReferenceRelation.CarriesOut, false), // quán triệt Kết luận số …
        ("thi hanh", ReferenceRelation.CarriesOut, false), // thi hành Luật …
        ("chap hanh", ReferenceRelation.CarriesOut, false), // chấp hành Chỉ thị số …
        ("tiep theo", ReferenceRelation.Follows, false), // Tiếp theo Công văn số …
        ("phuc dap", ReferenceRelation.Answers, false), // Phúc đáp Công văn số …
        ("tra loi", ReferenceRelation.Answers, false), // Trả lời Văn bản số …
        ("nhan duoc", ReferenceRelation.Answers, false), // nhận được Công văn số …
        ("sua doi", ReferenceRelation.Amends, true), // sửa đổi, bổ sung Quyết định số …
        ("thay the", ReferenceRelation.Replaces, true), // thay thế Quyết định số …
        ("bai bo", ReferenceRelation.Repeals, true), // bãi bỏ Nghị quyết số …
        ("huy bo", ReferenceRelation.Repeals, true),
        ("thu hoi", ReferenceRelation.Repeals, true), // thu hồi Quyết định số …
        ("dinh chinh", ReferenceRelation.Corrects, true), // đính chính Công văn số …
        ("gui kem", ReferenceRelation.Encloses, true), // gửi kèm Công văn số …
        ("kem theo", ReferenceRelation.Mentioned, false), // ban hành kèm theo Quyết định số …: what comes with it is meant
        ("duoc sua doi", ReferenceRelation.Mentioned, false), // được sửa đổi tại Nghị định số …
        ("quy dinh tai", ReferenceRelation.Mentioned, false),
    ];

    public static void Mark(CitedText text, List<Citation> citations)
    {
        for (var i = 0; i < citations.Count; i++)
        {
            var (citation, previous) = (citations[i], i > 0 ? citations[i - 1] : null);
            citation.Relation = previous is not null && citation.Chained ? previous.Relation : Before(text, citation.Start, previous?.Tail ?? 0);
            if (citation.Relation == ReferenceRelation.Mentioned && previous is not null && !IsAct(previous.Relation) && GoesOn(text, previous.Tail, citation.Start))
                citation.Relation = previous.Relation;
        }
    }

    private static bool IsAct(ReferenceRelation relation) => relation >= ReferenceRelation.Amends;

    /// <summary>«Thực hiện Kế hoạch số A về việc này (sau đây gọi là Kế hoạch) và Kết luận số B»: the list goes on behind a title.</summary>
    private static bool GoesOn(CitedText text, int from, int to)
    {
        var end = text.BackOverSpaces(to);
        if (text[end - 1] is not (',' or ';') && !text.ReadsBefore(end, "va"))
            return false;
        if (to - from > LongestTitle)
            return false;
        for (var p = from; p < to; p++)
            if (text[p] is CitedText.Break || (text[p] == '.' && text[p + 1] == ' ' && text.IsCapital(p + 2)))
                return false;
        return true;
    }

    /// <summary>The last opener between the sentence's start, or the citation before, and this citation.</summary>
    private static ReferenceRelation Before(CitedText text, int start, int previousTail)
    {
        for (var p = start; p >= previousTail && start - p < Reach; p--)
        {
            if (text[p] is CitedText.Break || (text[p] == '.' && text[p + 1] == ' ' && text.IsCapital(p + 2)))
                break;
            if (TextReading.IsWord(text[p - 1]) || !TextReading.IsWord(text[p]))
                continue;
            foreach (var (words, relation, isAct) in Openers)
                if (text.Reads(p, words) && !HasLonger(text, p, words))
                    return isAct && OtherInSentence(text, p, previousTail) ? ReferenceRelation.Mentioned : relation;
        }
        return ReferenceRelation.Mentioned;
    }

    /// <summary>«theo» is part of «tiếp theo», «kèm theo», «theo tinh thần»; «sửa đổi» of «được sửa đổi».</summary>
    private static bool HasLonger(CitedText text, int at, string words)
    {
        foreach (var (longer, _, _) in Openers)
            if (longer.Length > words.Length && ((longer.StartsWith(words, StringComparison.Ordinal) && text.Reads(at, longer))
                || (longer.EndsWith(words, StringComparison.Ordinal) && text.Reads(at - (longer.Length - words.Length), longer))))
                return true;
        return false;
    }

    private static bool OtherInSentence(CitedText text, int at, int previousTail)
    {
        if (previousTail == 0 || at - previousTail > Reach)
            return false;
        for (var p = previousTail; p < at; p++)
            if (text[p] is CitedText.Break or ';' || (text[p] == '.' && text[p + 1] == ' ' && text.IsCapital(p + 2)))
                return false;
        return true;
    }
}
