using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>A paragraph with the paragraphs and items that belong to it.</summary>
internal sealed class OutlineItem(Passage? head, OutlineItem? parent)
{
    /// <summary>Its first paragraph; null for the letter as a whole.</summary>
    public Passage? Head { get; } = head;

    public OutlineItem? Parent { get; } = parent;

    public ItemLabel? Label => Head?.Label;

    /// <summary>Items and unlabelled paragraphs inside, in order.</summary>
    public List<OutlineItem> Children { get; } = [];

    /// <summary>This item's own paragraph and all below, in order.</summary>
    public IEnumerable<Passage> Passages => (Head is null ? [] : new[] { Head }).Concat(Children.SelectMany(c => c.Passages));

    public override string ToString() => $"{Label?.Printed ?? Label?.Kind.ToString()} {Head?.Text}";
}

/// <summary>Sorts paragraphs under the labels they follow: I / 1 / 1.1 / a) / -.</summary>
internal static class Outline
{
    public static OutlineItem Build(ImmutableArray<Passage> passages)
    {
        MendLabels(passages);
        var root = new OutlineItem(null, null);
        var open = root;
        foreach (var passage in passages)
        {
            var parent = passage.Label is { } label ? ParentFor(open, label) : ParentOfPlain(open, passage);
            var item = new OutlineItem(passage, parent);
            parent.Children.Add(item);
            if (passage.Label is not null)
                open = item;
            else if (parent == root)
                open = root;
        }
        SetClosingsFree(root);
        return root;
    }

    /// <summary>The item that a label's item belongs to: above the last item of its kind, else inside what is open.</summary>
    private static OutlineItem ParentFor(OutlineItem open, ItemLabel label)
    {
        for (var item = open; item.Parent is not null; item = item.Parent)
            if (item.Label is { } above && above.Kind == label.Kind)
                return item.Parent;
        var parent = open;
        while (parent.Parent is not null && (parent.Label is not { } outer || outer.Kind > label.Kind))
            parent = parent.Parent;
        return parent;
    }

    /// <summary>A plain paragraph belongs to the innermost named item; a dash has one paragraph only.</summary>
    private static OutlineItem ParentOfPlain(OutlineItem open, Passage passage)
    {
        _ = passage;
        var parent = open;
        while (parent.Parent is not null && parent.Label is { Kind: LabelKind.Dash or LabelKind.Plus or LabelKind.Star })
            parent = parent.Parent;
        return parent;
    }

    /// <summary>
    /// Plain paragraphs behind the last item of the letter close the letter, not the item, unless the item is a bare heading
    /// that they fill.
    /// </summary>
    private static void SetClosingsFree(OutlineItem root)
    {
        var last = root;
        while (last.Children.Count > 0 && last.Children[^1].Label is not null)
            last = last.Children[^1];
        // From the innermost last item outwards: what trails there, trails the letter.
        var closings = new List<OutlineItem>();
        for (var item = last; item.Parent is not null; item = item.Parent)
        {
            var from = item.Children.Count;
            while (from > 0 && item.Children[from - 1].Label is null)
                from--;
            var isBareHeading = from == 0 && item.Head is { } head && IsHeading(head);
            // Behind a heading the first paragraph fills it; else the closing begins where it opens like one.
            while (from < item.Children.Count && ((isBareHeading && from == 0) || !Closings.Opens(item.Children[from].Head!)))
                from++;
            if (from < item.Children.Count && item.Label is { Kind: not (LabelKind.Part or LabelKind.Article) })
            {
                closings.InsertRange(0, item.Children[from..].Select(c => new OutlineItem(c.Head, root)));
                item.Children.RemoveRange(from, item.Children.Count - from);
            }
        }
        root.Children.AddRange(closings);
    }

    /// <summary>«1. Cục Thuế tỉnh», «2. Về kinh phí:»: a line that needs what follows.</summary>
    public static bool IsHeading(Passage passage) =>
        passage.Text.TrimEnd().EndsWith(':') || (passage.Words.Length <= 16 && !passage.Text.TrimEnd().TrimEnd('/', '"', ' ').EndsWith('.'));

    /// <summary>Restores numbers that OCR damaged, where the numbers around them say what is missing.</summary>
    private static void MendLabels(ImmutableArray<Passage> passages)
    {
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            if (passage.Label is { Kind: LabelKind.Roman, Number: 1 } && NextNumbered(passages, i + 1) is { Kind: LabelKind.Arabic, Number: 2 })
                passage.Label = new(LabelKind.Arabic, "1", 1, Doubtful: true);
            else if (passage.Label is { Kind: LabelKind.Arabic, Number: 1 } && NextNumbered(passages, i + 1) is { Kind: LabelKind.Roman, Number: 2 })
                passage.Label = new(LabelKind.Roman, "I", 1, Doubtful: true);
        }
    }

    private static ItemLabel? NextNumbered(ImmutableArray<Passage> passages, int from)
    {
        for (var i = from; i < passages.Length; i++)
            if (passages[i].Label is { Kind: LabelKind.Arabic or LabelKind.Roman } label)
                return label;
        return null;
    }
}
