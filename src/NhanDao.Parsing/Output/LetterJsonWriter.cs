using System.Text.Json;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>
/// Writes a letter as <see cref="OutputContext"/> reads it: every member, in the order of the model. A new member of the model is a line here; a test
/// compares both, byte by byte.
/// </summary>
internal static class LetterJsonWriter
{
    public static void Write(Utf8JsonWriter json, Letter letter)
    {
        json.WriteStartObject();
        json.WriteString("schema", letter.Schema);
        json.WriteString("file", letter.File);
        json.WriteStartObject("text");
        json.WriteString("content", letter.Text.Content);
        json.WriteEndObject();
        json.Word("regime", letter.Regime);
        Field(json, "documentType", letter.DocumentType, Text);
        Field(json, "issuer", letter.Issuer, Issuer);
        Field(json, "number", letter.Number, Number);
        Field(json, "place", letter.Place, Text);
        Field(json, "date", letter.Date, Date);
        Field(json, "subject", letter.Subject, Text);
        json.List("addressees", letter.Addressees, TextField);
        json.List("recipients", letter.Recipients, TextField);
        json.List("directives", letter.Directives, Directive);
        json.List("references", letter.References, Reference);
        json.List("signers", letter.Signers, Signer);
        json.Object("marks", letter.Marks, Marks);
        json.List("stamps", letter.Stamps, Stamp);
        json.List("digitalSignatures", letter.DigitalSignatures, Signature);
        json.List("parts", letter.Parts, Part);
        json.List("pages", letter.Pages, Page);
        json.List("diagnostics", letter.Diagnostics, Diagnostic);
        json.WriteEndObject();
    }

    private static void Field<T>(Utf8JsonWriter json, string name, Field<T> field, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WritePropertyName(name);
        Field(json, field, write);
    }

    private static void Field<T>(Utf8JsonWriter json, Field<T> field, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartObject();
        json.Word("status", field.Status);
        json.Object("value", field.Value, write);
        json.WriteString("raw", field.Raw);
        json.Span("span", field.Span);
        json.Boxes(field.Boxes);
        json.WriteNumber("confidence", field.Confidence);
        json.WriteNumber("ocrConfidence", field.OcrConfidence);
        json.WriteString("source", field.Source);
        json.WriteStartArray("candidates");
        foreach (var candidate in field.Candidates)
        {
            json.WriteStartObject();
            json.Object("value", candidate.Value, write);
            json.WriteString("source", candidate.Source);
            json.WriteNumber("confidence", candidate.Confidence);
            json.Span("span", candidate.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void TextField(Utf8JsonWriter json, Field<string> field) => Field(json, field, Text);

    private static void Text(Utf8JsonWriter json, string value) => json.WriteStringValue(value);

    private static void Date(Utf8JsonWriter json, PartialDate date) => json.WriteStringValue(date.ToString());

    private static void Issuer(Utf8JsonWriter json, Issuer issuer)
    {
        json.WriteStartObject();
        json.WriteString("name", issuer.Name);
        json.WriteString("parent", issuer.Parent);
        json.List("coIssuers", issuer.CoIssuers);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, LetterNumber number)
    {
        json.WriteStartObject();
        json.WriteString("ordinal", number.Ordinal);
        json.WriteString("symbol", number.Symbol);
        json.WriteEndObject();
    }

    private static void Directive(Utf8JsonWriter json, Directive directive)
    {
        json.WriteStartObject();
        json.WriteString("label", directive.Label);
        json.WriteString("text", directive.Text);
        json.Span("span", directive.Span);
        json.Boxes(directive.Boxes);
        json.List("children", directive.Children, Directive);
        json.List("leads", directive.Leads, Assignee);
        json.List("cooperators", directive.Cooperators, Assignee);
        json.List("supervisors", directive.Supervisors, Assignee);
        json.Object("report", directive.Report, Report);
        json.Object("deadline", directive.Deadline, Deadline);
        json.WriteNumber("confidence", directive.Confidence);
        json.WriteString("source", directive.Source);
        json.WriteEndObject();
    }

    private static void Assignee(Utf8JsonWriter json, Assignee assignee)
    {
        json.WriteStartObject();
        json.WriteString("name", assignee.Name);
        json.Span("span", assignee.Span);
        json.WriteBoolean("inherited", assignee.Inherited);
        json.WriteString("fullName", assignee.FullName);
        json.WriteNumber("confidence", assignee.Confidence);
        json.WriteEndObject();
    }

    private static void Report(Utf8JsonWriter json, ReportingDuty duty)
    {
        json.WriteStartObject();
        json.List("to", duty.To, Assignee);
        json.List("through", duty.Through, Assignee);
        json.Object("deadline", duty.Deadline, Deadline);
        json.Span("span", duty.Span);
        json.WriteEndObject();
    }

    private static void Deadline(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteStartObject();
        json.WriteString("raw", deadline.Raw);
        json.Span("span", deadline.Span);
        json.Day("date", deadline.Date);
        json.Object("interval", deadline.Interval, Interval);
        json.WriteString("recurrence", deadline.Recurrence);
        json.Object("countdown", deadline.Countdown, Countdown);
        json.WriteNumber("confidence", deadline.Confidence);
        json.WriteEndObject();
    }

    private static void Interval(Utf8JsonWriter json, DateInterval interval)
    {
        json.WriteStartObject();
        json.Day("from", interval.From);
        json.Day("to", interval.To);
        json.WriteEndObject();
    }

    private static void Countdown(Utf8JsonWriter json, Countdown countdown)
    {
        json.WriteStartObject();
        json.WriteString("duration", countdown.Duration);
        json.WriteBoolean("workingDays", countdown.WorkingDays);
        json.WriteString("countedFrom", countdown.CountedFrom);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, Reference reference)
    {
        json.WriteStartObject();
        json.WriteString("type", reference.Type);
        json.WriteString("number", reference.Number);
        json.WriteString("title", reference.Title);
        Field(json, "date", reference.Date, Date);
        json.WriteString("issuer", reference.Issuer);
        json.Word("relation", reference.Relation);
        json.WriteString("canonicalId", reference.CanonicalId);
        json.List("mentions", reference.Mentions, Mention);
        json.WriteNumber("confidence", reference.Confidence);
        json.WriteEndObject();
    }

    private static void Mention(Utf8JsonWriter json, Mention mention)
    {
        json.WriteStartObject();
        json.WriteString("raw", mention.Raw);
        json.Span("span", mention.Span);
        json.Boxes(mention.Boxes);
        json.WriteEndObject();
    }

    private static void Signer(Utf8JsonWriter json, Signer signer)
    {
        json.WriteStartObject();
        Field(json, "authority", signer.Authority, Text);
        Field(json, "position", signer.Position, Text);
        Field(json, "name", signer.Name, Text);
        json.WriteEndObject();
    }

    private static void Marks(Utf8JsonWriter json, Marks marks)
    {
        json.WriteStartObject();
        Field(json, "urgency", marks.Urgency, Text);
        Field(json, "secrecy", marks.Secrecy, Text);
        Field(json, "circulation", marks.Circulation, Text);
        Field(json, "copy", marks.Copy, Text);
        json.WriteEndObject();
    }

    private static void Stamp(Utf8JsonWriter json, Stamp stamp)
    {
        json.WriteStartObject();
        json.WriteString("kind", stamp.Kind);
        json.WriteString("number", stamp.Number);
        json.Object("date", stamp.Date, Date);
        json.Span("span", stamp.Span);
        json.Boxes(stamp.Boxes);
        json.WriteEndObject();
    }

    private static void Signature(Utf8JsonWriter json, DigitalSignature signature)
    {
        json.WriteStartObject();
        json.WriteString("signer", signature.Signer);
        json.WriteString("organisation", signature.Organisation);
        if (signature.Time is { } time)
            json.WriteString("time", time);
        else
            json.WriteNull("time");
        json.WriteString("source", signature.Source);
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, LetterPart part)
    {
        json.WriteStartObject();
        json.Word("kind", part.Kind);
        json.WriteNumber("firstPage", part.FirstPage);
        json.WriteNumber("lastPage", part.LastPage);
        json.Span("span", part.Span);
        json.WriteString("number", part.Number);
        json.WriteEndObject();
    }

    private static void Page(Utf8JsonWriter json, PageReading page)
    {
        json.WriteStartObject();
        json.WriteNumber("number", page.Number);
        json.WriteNumber("width", page.Width);
        json.WriteNumber("height", page.Height);
        json.Word("method", page.Method);
        json.WriteString("reason", page.Reason);
        json.Number("ocrConfidence", page.OcrConfidence);
        json.WriteNumber("rotation", page.Rotation);
        json.WriteEndObject();
    }

    private static void Diagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.Word("severity", diagnostic.Severity);
        json.WriteString("message", diagnostic.Message);
        json.Span("span", diagnostic.Span);
        json.WriteEndObject();
    }
}
