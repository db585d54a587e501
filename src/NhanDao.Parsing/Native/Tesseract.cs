using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Native;

/// <summary>A recognition engine (TessBaseAPI), deleted with the handle. One thread at a time.</summary>
internal sealed class TesseractHandle : SafeHandle
{
    public TesseractHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Tesseract.Delete(handle);
        return true;
    }
}

/// <summary>Walks over what was recognised (TessResultIterator); must be disposed before its engine reads the next page.</summary>
internal sealed class ResultIteratorHandle : SafeHandle
{
    public ResultIteratorHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Tesseract.DeleteIterator(handle);
        return true;
    }
}

/// <summary>Walks over what a symbol may be (TessChoiceIterator); must be disposed before its result iterator moves.</summary>
internal sealed class ChoiceIteratorHandle : SafeHandle
{
    public ChoiceIteratorHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Tesseract.DeleteChoices(handle);
        return true;
    }
}

/// <summary>Stops a recognition (ETEXT_DESC).</summary>
internal sealed class MonitorHandle : SafeHandle
{
    public MonitorHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Tesseract.DeleteMonitor(handle);
        return true;
    }
}

/// <summary>TessPageIteratorLevel.</summary>
internal enum IteratorLevel { Block, Paragraph, TextLine, Word, Symbol }

/// <summary>TessPageSegMode, those that are used.</summary>
internal enum PageSegmentation
{
    /// <summary>Columns and blocks are found (PSM_AUTO).</summary>
    Automatic = 3,

    /// <summary>One column of text of variable sizes (PSM_SINGLE_COLUMN).</summary>
    SingleColumn = 4,

    /// <summary>One uniform block (PSM_SINGLE_BLOCK).</summary>
    SingleBlock = 6,

    /// <summary>One line (PSM_SINGLE_LINE).</summary>
    SingleLine = 7,

    /// <summary>As much text as possible in no order (PSM_SPARSE_TEXT).</summary>
    Sparse = 11,
}

/// <summary>libtesseract's C interface, as far as it is used.</summary>
internal static partial class Tesseract
{
    private const string Library = NativeLibraries.Tesseract;

    static Tesseract() => NativeLibraries.Prepare();

    /// <summary>The library's version. The string is the library's own.</summary>
    public static string Version => Marshal.PtrToStringUTF8(VersionText()) ?? "";

    [LibraryImport(Library, EntryPoint = "TessVersion")] private static partial nint VersionText();
    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")] public static partial TesseractHandle Create();
    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")] internal static partial void Delete(nint api); // called by the handle only

    /// <summary>Loads a model; 0 when it was loaded. A null folder is the one Tesseract was built with.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Initialise(TesseractHandle api, string? folder, string language, int engineMode);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetVariable(TesseractHandle api, string name, string value);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")] public static partial void SetPageSegmentation(TesseractHandle api, PageSegmentation mode);
    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage2")] public static partial void SetImage(TesseractHandle api, PixHandle pix);
    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")] public static partial void SetResolution(TesseractHandle api, int dpi);
    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")] public static partial int Recognise(TesseractHandle api, MonitorHandle monitor);
    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")] public static partial ResultIteratorHandle GetIterator(TesseractHandle api);

    /// <summary>Lets go of the page; the model stays.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")] public static partial void Clear(TesseractHandle api);

    [LibraryImport(Library, EntryPoint = "TessMonitorCreate")] public static partial MonitorHandle CreateMonitor();
    [LibraryImport(Library, EntryPoint = "TessMonitorDelete")] internal static partial void DeleteMonitor(nint monitor); // called by the handle only
    [LibraryImport(Library, EntryPoint = "TessMonitorSetDeadlineMSecs")] public static partial void SetDeadline(MonitorHandle monitor, int milliseconds);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")] internal static partial void DeleteIterator(nint iterator); // called by the handle only

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Next(ResultIteratorHandle iterator, IteratorLevel level);

    /// <summary>0–100.</summary>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")] public static partial float Confidence(ResultIteratorHandle iterator, IteratorLevel level);

    /// <summary>The text at <paramref name="level"/>.</summary>
    public static string Text(ResultIteratorHandle iterator, IteratorLevel level)
    {
        var text = GetText(iterator, level);
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            DeleteText(text); // each returned text is the caller's to free
        }
    }

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")] private static partial nint GetText(ResultIteratorHandle iterator, IteratorLevel level);
    [LibraryImport(Library, EntryPoint = "TessDeleteText")] private static partial void DeleteText(nint text);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetChoiceIterator")] public static partial ChoiceIteratorHandle Choices(ResultIteratorHandle symbols);
    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorDelete")] internal static partial void DeleteChoices(nint choices); // called by the handle only

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorNext")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Next(ChoiceIteratorHandle choices);

    /// <summary>0–100.</summary>
    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorConfidence")] public static partial float Confidence(ChoiceIteratorHandle choices);

    /// <summary>The choice's text.</summary>
    public static string Text(ChoiceIteratorHandle choices) => Marshal.PtrToStringUTF8(GetText(choices)) ?? ""; // the iterator's own, unlike a word's

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorGetUTF8Text")] private static partial nint GetText(ChoiceIteratorHandle choices);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtFinalElement")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool IsAtFinalElement(ResultIteratorHandle iterator, IteratorLevel level, IteratorLevel element);

    // A result iterator is a page iterator too, so the C functions of the base take it.
    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtBeginningOf")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool IsAtBeginningOf(ResultIteratorHandle iterator, IteratorLevel level);

    /// <summary>Pixels, half-open, origin top left.</summary>
    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool BoundingBox(ResultIteratorHandle iterator, IteratorLevel level, out int left, out int top, out int right, out int bottom);
}
