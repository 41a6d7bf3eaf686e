using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Tools.Cli;

namespace Portal.Tools.Replay;

/// <summary>
/// What makes a run repeatable, kept beside the transactions as FILE.run-NAME.json. The stamps of a run follow
/// from when it began; without that instant a repeat would send the same ids with other times, and the portal
/// would answer 409 transaction.id-reused instead of duplicate.
/// </summary>
internal sealed record RunFile(
    DateTimeOffset Begin,
    DateTimeOffset End,
    TimeSpan Last,
    double Speed,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Align>))] Align Align,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Stamp>))] Stamp Stamp,
    string TimeZone,
    long Bytes)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The run of that name: as it began when there is one, else beginning now.</summary>
    public static (string Name, RunFile Run, bool Repeated) Open(ReplayOptions options, TimeProvider time)
    {
        // Whole milliseconds, as the stamps are written; a finer beginning would not survive the file.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var name = options.Run ?? now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var path = PathOf(options, name);
        var wanted = new RunFile(
            now, options.End ?? now, options.Last, options.Speed, options.Align, options.Stamp, options.Zone.Id,
            new FileInfo(options.Transactions).Length);
        if (!File.Exists(path))
        {
            return (name, wanted, false);
        }

        var kept = Read(path);
        var asKept = wanted with { Begin = kept.Begin, End = options.End ?? kept.End };
        return asKept == kept
            ? (name, kept, true)
            : throw ToolException.Usage(
                $"--run {name}: was begun with other options or another file (see {path}); repeat it with those, "
                + "or choose another name");
    }

    /// <summary>Before the first tap is posted, so that a run that breaks off can be resumed.</summary>
    public void Save(ReplayOptions options, string name) =>
        File.WriteAllText(PathOf(options, name), JsonSerializer.Serialize(this, Form));

    private static string PathOf(ReplayOptions options, string name) => $"{options.Transactions}.run-{name}.json";

    private static RunFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path), Form)
                ?? throw new ToolException($"{path}: is empty; delete it and choose another --run name");
        }
        catch (JsonException broken)
        {
            throw new ToolException($"{path}: {broken.Message}; delete it and choose another --run name");
        }
    }
}
