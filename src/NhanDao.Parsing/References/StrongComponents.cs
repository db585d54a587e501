using System.Collections.Immutable;

namespace NhanDao.Parsing.References;

/// <summary>Circles in a graph (Tarjan 1972), without recursion: a chain of ten thousand letters must not end in a stack overflow.</summary>
internal static class StrongComponents
{
    /// <summary>The groups of two nodes or more in which each leads to each.</summary>
    public static ImmutableArray<ImmutableArray<GraphNode>> Of(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        var next = edges.GroupBy(e => e.From).ToDictionary(g => g.Key, g => g.Select(e => e.To).ToArray());
        var order = new Dictionary<GraphNode, (int Index, int Low)>();
        var stack = new Stack<GraphNode>();
        var onStack = new HashSet<GraphNode>();
        var path = new Stack<(GraphNode Node, int NextChild)>();
        var found = ImmutableArray.CreateBuilder<ImmutableArray<GraphNode>>();
        foreach (var start in nodes)
        {
            if (!order.ContainsKey(start))
                Open(start);
            while (path.TryPop(out var at))
            {
                var children = next.GetValueOrDefault(at.Node, []);
                if (at.NextChild < children.Length)
                {
                    path.Push((at.Node, at.NextChild + 1));
                    var child = children[at.NextChild];
                    if (!order.TryGetValue(child, out var known))
                        Open(child);
                    else if (onStack.Contains(child))
                        Lower(at.Node, known.Index);
                    continue;
                }
                var (index, low) = order[at.Node];
                if (path.TryPeek(out var parent))
                    Lower(parent.Node, low);
                if (low == index)
                    Close(at.Node);
            }
        }
        return found.ToImmutable();

        void Open(GraphNode node)
        {
            order[node] = (order.Count, order.Count);
            stack.Push(node);
            onStack.Add(node);
            path.Push((node, 0));
        }

        void Lower(GraphNode node, int low) => order[node] = (order[node].Index, Math.Min(order[node].Low, low));

        void Close(GraphNode root)
        {
            var group = ImmutableArray.CreateBuilder<GraphNode>();
            GraphNode node;
            do
            {
                node = stack.Pop();
                onStack.Remove(node);
                group.Add(node);
            }
            while (node != root);
            if (group.Count > 1)
                found.Add(group.ToImmutable());
        }
    }
}
