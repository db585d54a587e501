using static NhanDao.Parsing.Lines.LineCue;
using static NhanDao.Parsing.Lines.LineLabel;

namespace NhanDao.Parsing.Lines;

/// <summary>
/// The built-in weights, set by hand: what speaks for and against a label. A row is a cue; what it does not name it
/// leaves alone. Ten is nearly proof, one a hint.
/// </summary>
internal static class CueWeights
{
    public static LineModel Model { get; } = new(MakeCues(Rows), MakeCues(Beginnings), MakeTransitions());

    private static LineLabel[] Head => [Motto, Issuer, Number, PlaceDate, Title, Subject];

    private static (LineCue Cue, (LineLabel Label, double Weight)[] Weights)[] Rows =>
    [
        (Any, [(Noise, -5), (Furniture, -6), (ElectronicSignature, -7), (Stamp, -8), (Mark, -7), (Motto, -5), (Issuer, -2),
            (Number, -4), (PlaceDate, -4), (Title, -4), (Subject, 0), (Addressee, -1), (Signature, -1.5)]),

        (StateMotto, [(Motto, 12), (LineLabel.Issuer, -4), (Subject, -4), (Signature, -3)]),
        (PartyMotto, [(Motto, 10), (Issuer, -2), (Subject, -3), (Signature, -3)]),
        (OrganisationMotto, [(Motto, 9), (Issuer, 1)]),
        (NumberHead, [(Number, 7), (Stamp, 1), (Issuer, -3), (Subject, -2), (Addressee, -2)]),
        (NumberSymbol, [(Number, 6), (Issuer, -4), (Subject, -1)]),
        (BareNumber, [(Number, 1.5), (Stamp, 2), (Furniture, 1)]),
        (PlaceAndDate, [(PlaceDate, 8), (Subject, -1), (Issuer, -4), (Motto, -3), (Signature, -2)]),
        (PartOfDate, [(PlaceDate, 4), (Issuer, -2)]),
        (SubjectCue, [(Subject, 8), (Issuer, -5), (Addressee, -4), (Body, -2)]),
        (AboutCue, [(Subject, 3), (Issuer, -4), (Addressee, -3)]),
        (TypeName, [(Title, 9), (Issuer, -3), (Subject, -2), (Addressee, -3)]),
        (TypeNameAndMore, [(Title, 4)]),
        (OfIssuer, [(Title, 4), (Issuer, -2)]),
        (DearCue, [(Addressee, 10), (Subject, -5), (Issuer, -6), (Title, -5), (PlaceDate, -2)]),
        (TelegramCue, [(Addressee, 6), (Subject, -3)]),
        (RecipientHead, [(Recipient, 11), (Signature, -4), (Addressee, -2)]),
        (AsAbove, [(Recipient, 7), (Signature, -4)]),
        (FileCopy, [(Recipient, 7), (Signature, -4)]),
        (Authority, [(Signature, 8), (Issuer, -2), (Subject, -2), (Recipient, -3), (Addressee, -3), (Motto, -3)]),
        (Post, [(Signature, 4), (Recipient, -2), (Motto, -3)]),
        (PostWords, [(Signature, 0.5)]),
        (SignedMark, [(Signature, 7)]),
        (PersonName, [(Signature, 4), (Recipient, -1), (Body, -1), (Issuer, -1), (Motto, -3)]),
        (NameShape, [(Signature, 2.5), (Recipient, -0.5), (Motto, -2)]),
        (IssuerWords, [(Issuer, 2)]),
        (BodyOpener, [(Body, 1), (Subject, -0.5), (Addressee, -1.5), (Recipient, -1.5), (Signature, -2)]),
        (Preamble, [(Body, 5), (Subject, -4), (Title, -3), (Addressee, -5), (Recipient, -2), (Signature, -4)]),
        (EnactingWord, [(Body, 7), (Title, -4), (Signature, -4)]),
        (Article, [(Body, 4), (Subject, -3), (Addressee, -4)]),
        (Numbered, [(Body, 3), (Subject, -3), (Addressee, -2), (Issuer, -4), (Recipient, -2), (Signature, -3)]),
        (Dash, [(Addressee, 1.5), (Recipient, 0.3), (Issuer, -3), (Subject, -3), (Title, -4), (Motto, -3), (Signature, -4), (Number, -2), (PlaceDate, -4)]),
        (EndMark, [(Body, 2), (Recipient, -1)]),
        (SignatureBox, [(ElectronicSignature, 13), (Issuer, -3), (Motto, -3)]),
        (ClockTime, [(ElectronicSignature, 8), (PlaceDate, -3)]),
        (ArrivalStamp, [(Stamp, 11), (Issuer, -2)]),
        (StampField, [(Stamp, 9), (ElectronicSignature, 1), (PlaceDate, -1)]),
        (CopyMark, [(ElectronicSignature, 10)]),
        (UrgencyMark, [(Mark, 13), (Title, -2)]),
        (RunningFoot, [(Furniture, 10)]),
        (PageNumber, [(Noise, 5), (Furniture, 6), (Number, -3), (Subject, -3), (Issuer, -3)]),
        (Ornament, [(Noise, 10), (Body, -1), (Issuer, -2), (Signature, -2), (Addressee, -2), (Recipient, -2)]),
        (Garbage, [(Noise, 6), (Issuer, -1), (Motto, -2), (Signature, -1)]),
        (WebAddress, [(Furniture, 5), (ElectronicSignature, 3), (Body, 0)]),
        (Repeated, [(Furniture, 12)]),
        (Contact, [(Furniture, 2), (ElectronicSignature, 1)]),

        (UpperCase, [(Issuer, 3), (Title, 1.5), (Motto, 1), (Signature, 2), (Recipient, -3), (Addressee, -3), (Subject, -2.5),
            (Body, -0.5), (PlaceDate, -3)]),
        (LowerCaseStart, [(Issuer, -3), (Title, -4), (Motto, -3), (Signature, -3), (Number, -2), (PlaceDate, -2)]),
        (Short, [(Signature, 0.7), (Issuer, 1), (Subject, 0.5), (Recipient, 0.3), (Addressee, 0.5)]),
        (Long, [(Body, 0.5), (Issuer, -4), (Motto, -4), (Number, -4), (PlaceDate, -4), (Title, -3), (Signature, -5),
            (Recipient, -1.5), (Stamp, -4), (ElectronicSignature, -2), (Mark, -4), (Noise, -4), (Furniture, -1)]),
        (EndsList, [(Addressee, 1), (Recipient, 0.2), (Issuer, -3), (Subject, -1.5), (Motto, -4), (Signature, -1.5)]),
        (EndsSentence, [(Issuer, -2), (Signature, -2), (Motto, -2), (Title, -2)]),
        (AfterSentence, [(Body, 1.5), (Addressee, -1), (Subject, -0.5)]),
        (AfterList, [(Addressee, 0.7)]),
        (AfterColon, [(Addressee, 0.7)]),
        (LowConfidence, [(Noise, 1.5), (ElectronicSignature, 0.5), (Stamp, 0.5)]),
        (DearAhead, [(Beyond, -9), (Addressee, -10), (Body, -4), (Recipient, -6), (Signature, -6)]),

        (LaterPage, [(Motto, -9), (Issuer, -9), (Number, -9), (PlaceDate, -9), (Title, -8), (Subject, -8), (Addressee, -6),
            (Stamp, -4), (Mark, -4)]),
        (PageStart, [(Signature, -3), (Recipient, -1)]),
        (SecondLetterhead, [(Beyond, 2)]),
        (AboveMotto, [(Issuer, -6), (Subject, -8), (Number, -5), (PlaceDate, -5), (Motto, -4), (Title, -6), (Body, -6), (Noise, 2), (ElectronicSignature, 4), (Furniture, 1)]),
        (TopEdge, [(Issuer, -5), (Motto, -2), (Number, -3), (Furniture, 2), (ElectronicSignature, 1), (Noise, 1)]),
        (BottomEdge, [(Furniture, 2), (Noise, 0.5)]),
        (PageFoot, [(Furniture, 9)]),
        (Margin, [(Noise, 7)]),
        (UpperPart, [(Signature, -1), (Recipient, -0.5)]),
        (LowerPart, [(Motto, -3), (Issuer, -3), (Number, -3), (PlaceDate, -3), (Subject, -2), (Title, -3), (Addressee, -1)]),
        (HeadLeft, [(Issuer, 3), (Number, 2), (Subject, 2), (Motto, -2), (PlaceDate, -1), (Title, -1), (Body, -4), (Addressee, -2),
            (Recipient, -4), (Signature, -6), (Mark, 1)]),
        (HeadRight, [(Motto, 3), (PlaceDate, 3), (Issuer, -4), (Number, -1), (Subject, -3), (Body, -3), (Addressee, -2),
            (Recipient, -5), (Signature, -5), (Mark, 1), (ElectronicSignature, 1), (Stamp, 1), (Noise, 1)]),
        (FootLeft, [(Recipient, 3), (Signature, 0), (Body, -2), (Addressee, -4), (Subject, -6), (Issuer, -6), (Motto, -6)]),
        (FootRight, [(Signature, 5), (Recipient, -3), (Body, -3), (Addressee, -5), (Subject, -6), (Issuer, -6), (Motto, -6), (Noise, 0.5)]),
        (OneColumn, [(Motto, -1), (Signature, -1)]),
        (Centred, [(Title, 2.5), (Subject, 3.5), (Signature, -0.5)]),
        (ReachesRight, [(Body, 1), (Subject, -0.5), (Title, -0.5), (Recipient, -2), (Signature, -1)]),
        (Paragraph, [(Body, 1.5), (Subject, -1), (Recipient, -1)]),
        (DeepIndent, [(Addressee, 2.5), (Recipient, -1), (Signature, 1.5), (Subject, 1), (Title, 1)]),
        (WideGap, [(Subject, -2), (Body, 0.5)]),
        (ContinuesAbove, [(Noise, -8), (ElectronicSignature, -9), (Stamp, -6), (Furniture, -6), (Recipient, -4), (Signature, -6), (Mark, -6)]),
        (EnactingHead, [(Body, 8), (Subject, -4), (Issuer, -6), (Title, -3), (Signature, -4)]),
        (SmallPrint, [(Furniture, 1), (ElectronicSignature, 1.5), (Noise, 1)]),
    ];

    /// <summary>What speaks for a label to begin at the line.</summary>
    private static (LineCue Cue, (LineLabel Label, double Weight)[] Weights)[] Beginnings =>
    [
        (DearCue, [(Addressee, 7)]),
        (TelegramCue, [(Addressee, 7)]),
        (RecipientHead, [(Recipient, 3)]),
        (ContinuesAbove, [(Body, -2), (Beyond, -8), (Recipient, -4), (Signature, -4)]),
        (Paragraph, [(Body, 1)]),
        (LowerCaseStart, [(Body, -3)]),
        (Preamble, [(Body, 1)]),
        (PageStart, [(Beyond, 7), (Recipient, -2), (Signature, -1)]),
        (SecondLetterhead, [(Beyond, 14)]),
        (AnnexHead, [(Beyond, 11)]),
        (AttachedTo, [(Beyond, 6)]),
        (StateMotto, [(Beyond, 3)]),
        (WideGap, [(Beyond, 1), (Body, 1)]),
    ];

    private static (LineLabel[] From, LineLabel[] To, double Weight)[] Steps =>
    [
        (Head, Head, -1.5),
        ([Motto], [Motto], 0),
        ([Issuer], [Issuer], 0),
        ([Number], [Number], -3),
        ([PlaceDate], [PlaceDate], -2.5),
        ([Title], [Title], -1.5),
        ([Subject], [Subject], 0),
        ([Title], [Subject], 0),
        ([Number], [Subject, PlaceDate, Motto], -0.7),
        ([Number, PlaceDate], [Issuer], -5),
        ([Subject], [Issuer, Title], -6),
        ([Subject], [Number], -9),
        ([Title], [Issuer, Motto], -5),
        ([Motto, Issuer, Number, PlaceDate], [Body], -5),
        ([Motto, Issuer], [Addressee], -8),
        ([Number, PlaceDate, Subject, Title], [Addressee], -6),
        ([Title], [Body], -8),
        ([Subject], [Body], -3),
        (Head, [Recipient, Signature], -10),
        (Head, [Beyond], -40),
        ([Addressee], [Addressee], 0),
        ([Addressee], [Body], -0.7),
        ([Addressee], [PlaceDate, Subject, Number], -6),
        ([Addressee], [Motto, Issuer, Title], -8),
        ([Addressee], [Recipient, Signature], -9),
        ([Addressee], [Beyond], -40),
        ([Body], [Body], 0),
        ([Body], [Recipient, Signature], -4),
        ([Body], [Beyond], -16),
        ([Body], [Addressee], -8),
        ([Body], Head, -9),
        ([Recipient], [Recipient], 0),
        ([Recipient], [Signature], -1),
        ([Recipient], [Body], -8),
        ([Recipient], [Beyond], -8),
        ([Signature], [Signature], 0),
        ([Signature], [Recipient], -1),
        ([Signature], [Body], -8),
        ([Signature], [Beyond], -8),
        ([Recipient, Signature], Head, -20),
        ([Recipient, Signature], [Addressee], -20),
        ([Beyond], [Beyond], 0),
    ];

    private static double[][] MakeCues((LineCue Cue, (LineLabel Label, double Weight)[] Weights)[] rows)
    {
        var table = Enum.GetValues<LineCue>().Select(_ => new double[LineModel.LabelCount]).ToArray();
        foreach (var (cue, weights) in rows)
            foreach (var (label, weight) in weights)
                table[(int)cue][(int)label] = weight;
        return table;
    }

    private static double[][] MakeTransitions()
    {
        var table = new double[LineModel.LabelCount + 1][];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = new double[LineModel.LabelCount];
            Array.Fill(table[i], i == LineModel.Start ? -3 : -60); // what no row allows cannot be; a letter may start anywhere
        }
        table[LineModel.Start][(int)Recipient] = table[LineModel.Start][(int)Signature] = -20;
        table[LineModel.Start][(int)Beyond] = -40;
        foreach (var (from, to, weight) in Steps)
            foreach (var before in from)
                foreach (var after in to)
                    table[(int)before][(int)after] = weight;
        table[LineModel.Start][(int)Issuer] = table[LineModel.Start][(int)Motto] = -1;
        return table;
    }
}
