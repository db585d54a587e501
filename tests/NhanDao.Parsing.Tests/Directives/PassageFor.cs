using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Directives;

/// <summary>A paragraph for tests of the rules that read one.</summary>
internal static class PassageFor
{
    public static Passage Text(string paragraph)
    {
        var document = TextAssembler.Assemble(TypedText.Read(paragraph));
        return new Passage(document, document.Lines, label: null, labelLength: 0);
    }
}
