using NhanDao.Parsing;
using NhanDao.Parsing.Model;

// Prints what a letter asks of whom. dotnet run letter.pdf
try
{
    var letter = await new LetterParser().ParseAsync(args[0]);

    Console.WriteLine($"{letter.DocumentType.Value} {letter.Number.Raw}, {Shown(letter.Date)}, {letter.Issuer.Value?.Name}");
    foreach (var task in letter.Directives)
        Console.WriteLine($"{task.Label,3} {string.Join(", ", task.Leads.Select(l => l.Name))}: {task.Text} [{task.Deadline?.Raw ?? "no deadline"}]");
    foreach (var reference in letter.References)
        Console.WriteLine($"    {reference.Relation}: {reference.Type} {reference.Number}");
    return 0;
}
catch (UnreadableDocumentException e)
{
    Console.Error.WriteLine($"{e.Reason}: {e.Message}"); // what is wrong with the file, and what to do; trying again does not help
    return 1;
}
catch (MissingToolException e)
{
    Console.Error.WriteLine(e.Message); // the package to install
    return 2;
}

// A value without its status is half of what was read: a blank slot is not the same as an unreadable one.
static string Shown(Field<PartialDate> date) => date.Value is { } day ? $"{day} ({date.Confidence:P0})" : date.Status switch
{
    FieldStatus.Blank => "date left blank",
    FieldStatus.Handwritten => "date written by hand, not read",
    FieldStatus.Unreadable => "date not legible",
    _ => "no date",
};
