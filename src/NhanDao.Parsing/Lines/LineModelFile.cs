using System.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>
/// A trained <see cref="LineModel"/> as a file: the names of labels and cues, then the weights. Cues are found by name, so that one
/// that is newer than the model keeps its hand-set weights.
/// </summary>
internal static class LineModelFile
{
    private const string Mark = "NhanDao lines 1";

    private static readonly Lazy<LineModel> Embedded = new(static () =>
    {
        using var stream = typeof(LineModelFile).Assembly.GetManifestResourceStream("lines.bin")
            ?? throw new InvalidOperationException("The assembly was built without Lines/lines.bin; nhandao train lines makes it.");
        return Read(stream);
    });

    /// <summary>The model that is shipped.</summary>
    public static LineModel Default => Embedded.Value;

    public static void Write(Stream stream, LineModel model)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(string.Join(' ', Enum.GetNames<LineLabel>()));
        writer.Write(string.Join(' ', Enum.GetNames<LineCue>()));
        foreach (var row in (IEnumerable<double[]>)[.. model.CueWeights, .. model.EntryWeights, .. model.Transitions])
            foreach (var weight in row)
                writer.Write((float)weight);
        foreach (var weight in model.TraitWeights ?? new float[LineTraits.Buckets * LineModel.LabelCount])
            writer.Write((Half)weight);
    }

    public static LineModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != Mark || reader.ReadString() != string.Join(' ', Enum.GetNames<LineLabel>()))
            throw new InvalidDataException("The model was not made for this version; nhandao train lines makes one.");
        var cues = reader.ReadString().Split(' ');
        double[][] weights = Rows(reader, cues.Length), entries = Rows(reader, cues.Length), transitions = Rows(reader, LineModel.LabelCount + 1);
        var traits = new float[LineTraits.Buckets * LineModel.LabelCount];
        for (var i = 0; i < traits.Length; i++)
            traits[i] = (float)reader.ReadHalf();
        return new(ByName(cues, weights, CueWeights.Model.CueWeights), ByName(cues, entries, CueWeights.Model.EntryWeights), transitions, traits);
    }

    private static double[][] Rows(BinaryReader reader, int count)
    {
        var rows = new double[count][];
        for (var row = 0; row < count; row++)
        {
            rows[row] = new double[LineModel.LabelCount];
            for (var label = 0; label < LineModel.LabelCount; label++)
                rows[row][label] = reader.ReadSingle();
        }
        return rows;
    }

    private static double[][] ByName(string[] names, double[][] rows, double[][] otherwise) =>
        [.. Enum.GetNames<LineCue>().Select((name, cue) => Array.IndexOf(names, name) is var at and >= 0 ? rows[at] : otherwise[cue])];
}
