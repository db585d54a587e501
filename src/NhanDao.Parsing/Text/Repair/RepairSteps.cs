namespace NhanDao.Parsing.Text.Repair;

/// <summary>What is done to a page's picture before OCR and to its words after. All of them, but where what one is worth is measured.</summary>
[Flags]
internal enum RepairSteps
{
    /// <summary>The picture as it is, the words as the engine gives them.</summary>
    None = 0,

    /// <summary>A page on its side or head is turned.</summary>
    Upright = 1,

    /// <summary>Crooked lines are set level.</summary>
    Level = 2,

    /// <summary>At a low resolution, lines that hold a doubtful word are read again, enlarged.</summary>
    Enlarge = 4,

    /// <summary>Signatures under seal and pen are read again without colours.</summary>
    Signature = 8,

    /// <summary>Misread syllables are mended within a closed vocabulary.</summary>
    Syllables = 16,

    /// <summary>Rows of ink that no word covers are read.</summary>
    Unread = 32,

    /// <summary>The default.</summary>
    All = Upright | Level | Enlarge | Signature | Syllables | Unread,
}
