using System.Globalization;
using System.Text.Json;
using Portal.Tools.Cli;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion.Others;

/// <summary>Members and purchases of a rewards app; mapping in tools/README.md.</summary>
internal sealed class StarbucksConversion(
    ConversionSettings settings, ConversionReport report, DateTimeOffset start)
{
    private const string CoffeeShop = "5814";
    private const string Terminal = "T-SB0001";

    // The set writes 118 for a member whose age it does not know.
    private const int UnknownAge = 118;

    private readonly Dictionary<string, int> _members = new(StringComparer.Ordinal);
    private readonly HashSet<(int Member, int Hour, long Amount)> _seen = [];
    private readonly Dictionary<(int Member, int Hour), int> _ofHour = [];
    private readonly LocalTimes _times = new(settings.Zone);
    private long _otherEvents;
    private int _lastHour;

    public void Run(CancellationToken stop)
    {
        using var files = new ImportFiles(settings);
        ReadLines("profile.jsonl", (line, member) => ReadMember(files, line, member), stop);
        files.Add(new MerchantRow("SB", "Rewards app coffee shops", "SB-1", "Rewards app coffee shops")
        {
            TerminalId = Terminal,
            Category = CoffeeShop,
        });
        ReadLines("transcript.jsonl", (line, one) => ReadEvent(files, line, one), stop);
        files.Complete(report);
        report.Remark($"{_otherEvents} events are offers received, viewed or completed: the portal makes its own");
        report.Remark("income is what a member earns, not what the operator earns from one: arpuMinor stays empty");
    }

    private void ReadLines(string name, Action<JsonLine, JsonElement> read, CancellationToken stop)
    {
        using var source = SourceFile.Open(settings.In(name));
        var progress = new Progress(name, settings.Time);
        for (var number = 1L; source.Reader.ReadLine() is { } text; number++)
        {
            stop.ThrowIfCancellationRequested();
            report.Read(source.Name);
            progress.Row();
            try
            {
                using var parsed = JsonDocument.Parse(text);
                read(new JsonLine(source.Name, number), parsed.RootElement);
            }
            catch (Exception wrong) when (
                wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new ToolException(
                    $"{source.Name}, line {number}: is not an object of this set ({wrong.Message})");
            }
        }

        source.EnsureComplete();
        progress.End();
    }

    private void ReadMember(ImportFiles files, JsonLine line, JsonElement member)
    {
        var id = member.GetProperty("id").GetString() ?? "";
        var number = _members.Count + 1;
        if (!_members.TryAdd(id, number))
        {
            report.Refuse(line.File, line.Number, "id", id, "stands twice");
            return;
        }

        var age = member.GetProperty("age").GetInt32();
        var since = member.GetProperty("became_member_on").GetString() ?? "";
        files.Add(new SubscriberRow(FictionalMsisdn.Of(SourceSet.Starbucks, number), PaymentId(number))
        {
            Gender = member.GetProperty("gender").GetString() switch { "F" => "F", "M" => "M", "O" => "X", _ => "" },
            BirthDate = age is > 0 and < UnknownAge ? new DateOnly(start.Year - age, 7, 1) : null,
            ContractDate = DateOnly.ParseExact(since, "yyyyMMdd", CultureInfo.InvariantCulture),
        });
    }

    private void ReadEvent(ImportFiles files, JsonLine line, JsonElement one)
    {
        if (one.GetProperty("event").GetString() != "transaction")
        {
            _otherEvents++;
            return;
        }

        var person = one.GetProperty("person").GetString() ?? "";
        var amountText = one.GetProperty("value").GetProperty("amount").GetRawText();
        var hour = one.GetProperty("time").GetInt32();
        if (!_members.TryGetValue(person, out var member))
        {
            report.Refuse(line.File, line.Number, "person", person, "is not in profile.jsonl");
        }
        else if (!MinorUnits.TryParse(amountText, out var amount) || amount <= 0)
        {
            report.Refuse(line.File, line.Number, "amount", amountText, "is no amount above zero");
        }
        else if (!_seen.Add((member, hour, amount)))
        {
            report.Refuse(line.File, line.Number, "value", amountText, "repeats an event of the same member and hour");
        }
        else if (hour < _lastHour)
        {
            throw ToolException.At(
                line.File, line.Number, "time", $"{hour}", "is before the row above; sort the file by it");
        }
        else
        {
            _lastHour = hour;
            Add(files, member, hour, amount);
        }
    }

    private void Add(ImportFiles files, int member, int hour, long amount)
    {
        var ofHour = _ofHour[(member, hour)] = _ofHour.GetValueOrDefault((member, hour)) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"SB-{member:00000}-{hour:000}-{ofHour}");
        files.Add(new PurchaseRow(
            id, Terminal, PaymentId(member), amount, _times.In(start.AddHours(hour)), CoffeeShop));
    }

    // The set's own ids are 32 hexadecimal digits; some would read as a card number in part.
    private static string PaymentId(int member) =>
        string.Create(CultureInfo.InvariantCulture, $"EP-SB{member:00000}");

    private sealed record JsonLine(string File, long Number);
}
