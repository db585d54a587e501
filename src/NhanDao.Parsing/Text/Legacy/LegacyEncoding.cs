namespace NhanDao.Parsing.Text.Legacy;

/// <summary>An 8-bit encoding of Vietnamese, met in files where its bytes were taken for Western letters.</summary>
internal enum LegacyEncoding
{
    /// <summary>TCVN 5712, fonts «.VnTime»: one character a letter, ư is the soft hyphen, capitals often by font alone.</summary>
    Tcvn3,

    /// <summary>VNI-Windows, fonts «VNI-Times»: a letter and then its mark.</summary>
    Vni,

    /// <summary>VISCII (RFC 1456): one character a letter.</summary>
    Viscii,

    /// <summary>windows-1258: a letter and then its tone as a combining character.</summary>
    Windows1258,
}
