using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>One letter, or one instrument that letters cite.</summary>
/// <param name="id">Unique in the graph and the same on every run: «44-kl/tw@xiii».</param>
/// <param name="instrument">What is known of it and who says so.</param>
/// <param name="letter">The letter where it was itself read; null for what is only cited.</param>
internal sealed class GraphNode(string id, RegisteredInstrument instrument, Letter? letter)
{
    public string Id { get; } = id;

    public RegisteredInstrument Instrument { get; } = instrument;

    public Letter? Letter { get; } = letter;
}

/// <summary>A letter that cites an instrument.</summary>
/// <param name="From">The letter.</param>
/// <param name="To">What it cites.</param>
/// <param name="Relation">What it is to the letter.</param>
/// <param name="Mentions">In how many places.</param>
internal sealed record GraphEdge(GraphNode From, GraphNode To, ReferenceRelation Relation, int Mentions)
{
    /// <summary>Whether the letter carries the other out: it says so, or it rests on it.</summary>
    public bool CarriesOut => Relation is ReferenceRelation.CarriesOut or ReferenceRelation.Basis;
}

/// <summary>An instrument and what follows from it: the letters that carry it out, those that carry these out, and so on.</summary>
/// <param name="Root">The instrument.</param>
/// <param name="Steps">Each letter once, with how many steps it is away and which it carries out; nearer ones first.</param>
internal sealed record Chain(GraphNode Root, ImmutableArray<(GraphNode Letter, int Depth, GraphNode CarriesOut)> Steps);

/// <summary>Letters and the instruments that they cite, joined over all letters.</summary>
internal sealed record LetterGraph(ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges)
{
    /// <param name="letters">The letters. The order does not matter.</param>
    /// <param name="supplied">The user's list of instruments.</param>
    public static LetterGraph Of(IEnumerable<Letter> letters, IEnumerable<Witness> supplied)
    {
        var all = letters.OrderBy(l => l.File, StringComparer.Ordinal).ToList();
        var register = new InstrumentRegister();
        var own = new Dictionary<Letter, RegisteredInstrument>(ReferenceEqualityComparer.Instance);
        foreach (var letter in all)
            own[letter] = register.Add(LetterWitnesses.OfItself(letter));
        foreach (var witness in supplied)
            register.Add(witness);
        // Those that say most first: a citation without a date then finds the one that it can mean.
        var cited = all.SelectMany(letter => letter.References.Select(reference => (letter, reference, Witnesses: LetterWitnesses.Of(letter, reference))))
            .OrderByDescending(c => c.Witnesses[0].Date is not null).ThenByDescending(c => c.Witnesses[0].Issuer is not null)
            .Select(c => (c.letter, c.reference, Instrument: c.Witnesses.Select(register.Add).ToList()[0])).ToList();

        var letterOf = own.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.First().Key);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        ImmutableArray<GraphNode> nodes = [.. register.Instruments.Select(i => new GraphNode(Unique(IdOf(i), taken), i, letterOf.GetValueOrDefault(i)))];
        var nodeOf = nodes.ToDictionary(n => n.Instrument);
        var edges = cited.Where(c => own[c.letter] != c.Instrument).GroupBy(c => (From: own[c.letter], To: c.Instrument))
            .Select(g => new GraphEdge(nodeOf[g.Key.From], nodeOf[g.Key.To], g.Max(c => c.reference.Relation), g.Sum(c => c.reference.Mentions.Length)));
        return new(nodes, [.. edges.OrderBy(e => e.From.Id, StringComparer.Ordinal).ThenBy(e => e.To.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Letters that neither cite nor are cited by anything that another letter cites.</summary>
    public ImmutableArray<GraphNode> Orphans
    {
        get
        {
            var shared = Edges.GroupBy(e => e.To).Where(g => g.Key.Letter is not null || g.Count() > 1).Select(g => g.Key).ToHashSet();
            var tied = Edges.Where(e => shared.Contains(e.To)).Select(e => e.From).ToHashSet();
            return [.. Nodes.Where(n => n.Letter is not null && !tied.Contains(n) && !shared.Contains(n))];
        }
    }

    /// <summary>Groups of letters that cite each other in a circle.</summary>
    public ImmutableArray<ImmutableArray<GraphNode>> Cycles => StrongComponents.Of(Nodes, Edges);

    /// <summary>What starts a chain: carried out by letters, carrying out nothing itself; of a circle the oldest.</summary>
    public ImmutableArray<Chain> Chains
    {
        get
        {
            var below = Edges.Where(e => e.CarriesOut).ToLookup(e => e.To, e => e.From);
            var bound = Edges.Where(e => e.CarriesOut).Select(e => e.From).ToHashSet();
            var chains = Nodes.Where(n => below.Contains(n) && !bound.Contains(n)).Select(n => From(n, below)).ToList();
            var reached = chains.SelectMany(c => c.Steps.Select(s => s.Letter).Append(c.Root)).ToHashSet();
            foreach (var node in Nodes.Where(n => below.Contains(n)).OrderBy(n => n.Instrument.Date?.ToString(), StringComparer.Ordinal))
                if (!reached.Contains(node))
                {
                    chains.Add(From(node, below));
                    reached.UnionWith(chains[^1].Steps.Select(s => s.Letter).Append(node));
                }
            return [.. chains.OrderByDescending(c => c.Steps.Length).ThenBy(c => c.Root.Id, StringComparer.Ordinal)];
        }
    }

    private static Chain From(GraphNode root, ILookup<GraphNode, GraphNode> below)
    {
        var seen = new HashSet<GraphNode> { root };
        var steps = ImmutableArray.CreateBuilder<(GraphNode, int, GraphNode)>();
        var open = new Queue<(GraphNode Node, int Depth)>([(root, 0)]);
        while (open.TryDequeue(out var at))
            foreach (var letter in below[at.Node].Where(seen.Add))
            {
                steps.Add((letter, at.Depth + 1, at.Node));
                open.Enqueue((letter, at.Depth + 1));
            }
        return new(root, steps.ToImmutable());
    }

    private static string IdOf(RegisteredInstrument instrument)
    {
        if (instrument.Key is not { } key)
            return "file:" + FileName(instrument.Files.FirstOrDefault());
        var name = key.Ordinal.Length == 0 ? instrument.Title! : key.Ordinal + instrument.Number![instrument.Number!.TakeWhile(char.IsAsciiLetterOrDigit).Count()..];
        return string.Join('@', new[] { name.ToLowerInvariant(), instrument.Series, instrument.Place }.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>«05_cv/letter» of «corpus/05_cv/letter.txt»: the name alone is often the same in every folder.</summary>
    private static string FileName(string? file) => string.IsNullOrEmpty(file) ? "letter"
        : string.Join('/', new[] { Path.GetFileName(Path.GetDirectoryName(file)), Path.GetFileNameWithoutExtension(file) }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Unique(string id, Dictionary<string, int> taken) =>
        (taken[id] = taken.GetValueOrDefault(id) + 1) is > 1 and var n ? string.Create(CultureInfo.InvariantCulture, $"{id}#{n}") : id;
}
