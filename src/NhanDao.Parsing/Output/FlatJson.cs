using System.Text.Json;

namespace NhanDao.Parsing.Output;

/// <summary>Flat records as JSON.</summary>
public static class FlatJson
{
    /// <summary>One record as JSON text, without a line end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="indented">Over several lines for people, or on one line.</param>
    public static string Write(FlatRecord record, bool indented = true) => JsonFields.Text(record, indented, Write);

    private static void Write(Utf8JsonWriter json, FlatRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("file", record.File);
        json.WriteString("documentType", record.DocumentType);
        json.Object("issuer", record.Issuer, Issuer);
        json.Object("number", record.Number, Number);
        json.WriteString("place", record.Place);
        json.WriteString("date", record.Date);
        json.WriteBoolean("dateHandwritten", record.DateHandwritten);
        json.WriteString("subject", record.Subject);
        json.List("addressees", record.Addressees);
        json.List("recipients", record.Recipients);
        json.List("tasks", record.Tasks, Task);
        json.List("references", record.References, Reference);
        json.List("signers", record.Signers, Signer);
        json.Object("marks", record.Marks, Marks);
        json.List("review", record.Review);
        json.WriteEndObject();
    }

    private static void Issuer(Utf8JsonWriter json, FlatIssuer issuer)
    {
        json.WriteStartObject();
        json.WriteString("name", issuer.Name);
        json.WriteString("parent", issuer.Parent);
        if (issuer.CoIssuers is { } others)
            json.List("coIssuers", others);
        if (issuer.Inferred)
            json.WriteBoolean("inferred", true);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, FlatNumber number)
    {
        json.WriteStartObject();
        json.WriteString("ordinal", number.Ordinal);
        json.WriteString("symbol", number.Symbol);
        json.WriteBoolean("handwritten", number.Handwritten);
        json.WriteEndObject();
    }

    private static void Task(Utf8JsonWriter json, FlatTask task)
    {
        json.WriteStartObject();
        json.WriteString("label", task.Label);
        json.WriteString("text", task.Text);
        json.List("assignees", task.Assignees);
        json.List("cooperators", task.Cooperators);
        json.WriteString("deadline", task.Deadline);
        json.Day("deadlineDate", task.DeadlineDate);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, FlatReference reference)
    {
        json.WriteStartObject();
        json.WriteString("type", reference.Type);
        json.WriteString("number", reference.Number);
        json.WriteString("date", reference.Date);
        json.WriteString("issuer", reference.Issuer);
        if (reference.Title is { } title)
            json.WriteString("title", title);
        json.WriteEndObject();
    }

    private static void Signer(Utf8JsonWriter json, FlatSigner signer)
    {
        json.WriteStartObject();
        json.WriteString("authority", signer.Authority);
        json.WriteString("position", signer.Position);
        json.WriteString("name", signer.Name);
        json.WriteEndObject();
    }

    private static void Marks(Utf8JsonWriter json, FlatMarks marks)
    {
        json.WriteStartObject();
        json.WriteString("urgency", marks.Urgency);
        json.WriteString("secrecy", marks.Secrecy);
        json.WriteEndObject();
    }
}
