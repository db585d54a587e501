using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>Looks into a Word file before anything else does: is it one, can it be read, is it what it claims to be in size.</summary>
internal static class WordFile
{
    private const int MaxEntries = 4096;
    private const long MaxUnpacked = 512L * 1024 * 1024, MaxPart = 128L * 1024 * 1024;

    /// <summary>XML packs about 10 to 1; what packs a thousand to one is made to harm.</summary>
    private const int MaxRatio = 300;
    private const long SmallPart = 1024 * 1024;

    /// <summary>A table in a table needs four or so; OpenXml reads by recursion, and a stack that is used up ends the process.</summary>
    private const int DeepestElement = 500;

    private const ushort WordMagic = 0xA5EC, Word6Magic = 0xA5DC;
    private const ushort EncryptedFlag = 0x0100;

    /// <exception cref="UnreadableDocumentException">Not a Word document, encrypted, damaged, or over a limit.</exception>
    public static void Check(byte[] bytes, FileKind kind)
    {
        if (kind == FileKind.OleCompound)
            CheckCompound(bytes);
        else if (kind == FileKind.Zip)
            CheckPackage(bytes);
    }

    private static void CheckCompound(byte[] bytes)
    {
        var file = new CompoundFile(bytes);
        if (file.Has("EncryptedPackage"))
            throw Encrypted();
        if (!file.Has("WordDocument"))
            throw file.EndsShort ? Damaged(null) : new UnreadableDocumentException(UnreadableReason.UnknownFormat,
                "The file is an Office file but no Word document (perhaps Excel, PowerPoint or a message). Save the letter as PDF.");
        var head = file.Read("WordDocument");
        if (head.Length < 32 || BinaryPrimitives.ReadUInt16LittleEndian(head) is not (WordMagic or Word6Magic))
            throw Damaged(null);
        if ((BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(0x0A)) & EncryptedFlag) != 0)
            throw Encrypted();
    }

    private static void CheckPackage(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries)
                throw TooLarge();
            long unpacked = 0;
            foreach (var entry in archive.Entries)
            {
                if (entry.IsEncrypted)
                    throw Encrypted();
                unpacked += entry.Length; // as stated; a reader stops at this length
                if (entry.Length > MaxPart || unpacked > MaxUnpacked || (entry.Length > SmallPart && entry.Length / MaxRatio > entry.CompressedLength))
                    throw TooLarge();
                CheckDepth(entry); // of every part: any name may be the document's
            }
            if (archive.GetEntry("word/document.xml") is null)
                throw new UnreadableDocumentException(UnreadableReason.UnknownFormat,
                    "The file is a zip file but no Word document. Give one letter a file, as .docx or PDF.");
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private static void CheckDepth(ZipArchiveEntry part)
    {
        using var xml = XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        try
        {
            while (xml.Read())
                if (xml.Depth > DeepestElement)
                    throw Damaged(null);
        }
        catch (XmlException)
        {
            // No XML, or broken: its reader comes no further than this one, and says so.
        }
    }

    internal static UnreadableDocumentException Damaged(Exception? cause) => new(UnreadableReason.Damaged,
        "The Word file is damaged or cut off. Copy or download it again, or open it in Word and save it anew.", cause);

    private static UnreadableDocumentException Encrypted() => new(UnreadableReason.Encrypted,
        "The Word file needs a password. Open it in Word, take the password off, and save it again.");

    private static UnreadableDocumentException TooLarge() => new(UnreadableReason.TooLarge,
        "The Word file unpacks to far more than any letter. It may be made to harm; if it is not, save it as PDF.");
}
