namespace NhanDao.Parsing.Lines;

/// <summary>What can be noticed about one line: the features that a <see cref="LineModel"/> weighs. Each is there or not.</summary>
internal enum LineCue
{
    /// <summary>Every line has it: how common a label is before anything is known.</summary>
    Any,

    // Fixed words, compared without tone marks and with room for OCR errors.
    StateMotto,
    PartyMotto,
    OrganisationMotto,
    NumberHead,
    NumberSymbol,
    BareNumber,
    PlaceAndDate,
    PartOfDate,
    SubjectCue,
    AboutCue,
    TypeName,
    TypeNameAndMore,
    OfIssuer,
    DearCue,
    TelegramCue,
    RecipientHead,
    AsAbove,
    FileCopy,
    Authority,
    Post,
    PostWords,
    SignedMark,
    PersonName,
    NameShape,
    IssuerWords,
    BodyOpener,
    Preamble,
    EnactingWord,
    Article,
    Numbered,
    Dash,
    EndMark,
    SignatureBox,
    ClockTime,
    ArrivalStamp,
    StampField,
    CopyMark,
    UrgencyMark,
    AnnexHead,
    AttachedTo,
    RunningFoot,
    PageNumber,
    Ornament,
    Garbage,
    Contact,
    WebAddress,

    /// <summary>The same words stand at the edge of several pages.</summary>
    Repeated,

    // Shape of the words.
    UpperCase,
    LowerCaseStart,
    Short,
    Long,
    EndsList,
    EndsSentence,
    AfterSentence,
    AfterList,
    AfterColon,
    LowConfidence,

    // What stands elsewhere in the text.

    /// <summary>«Kính gửi» is printed further down.</summary>
    DearAhead,

    // Place on the page.
    FirstPage,
    LaterPage,
    PageStart,
    SecondLetterhead,
    TopEdge,
    BottomEdge,
    UpperPart,
    LowerPart,
    HeadLeft,
    HeadRight,
    FootLeft,
    FootRight,
    OneColumn,
    Centred,
    ReachesRight,
    Paragraph,
    DeepIndent,
    WideGap,
    SmallPrint,

    /// <summary>At the foot of the page, apart from the text above: an address, a footnote, the mark of a scanner's program.</summary>
    PageFoot,

    /// <summary>A few words left of the text: a note in the margin.</summary>
    Margin,

    /// <summary>Higher on the first page than the quốc hiệu: nothing of the letter stands there.</summary>
    AboveMotto,

    /// <summary>The line above runs to the right edge and this one starts at the left edge of the text.</summary>
    ContinuesAbove,

    /// <summary>«CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH» above the first «Căn cứ».</summary>
    EnactingHead,
}
