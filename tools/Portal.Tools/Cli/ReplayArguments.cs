using System.CommandLine;
using System.Text.RegularExpressions;
using Portal.Tools.Replay;

namespace Portal.Tools.Cli;

/// <summary>The options of replay, with the rules that each value has to follow.</summary>
internal sealed partial class ReplayArguments
{
    // The portal takes batches of up to 1,000 (DESIGN section 6).
    private const int LargestBatch = 1_000;
    private const int MostConnections = 256;

    private readonly Argument<FileInfo> _transactions = new("TRANSACTIONS")
    {
        Description = "The recorded taps, in the portal's import format.",
    };

    private readonly Option<Uri> _portal = new("--portal")
    {
        Description = "The portal to post to.",
        CustomParser = PortalAddress.Parse,
        DefaultValueFactory = _ => new Uri("http://localhost:5080/"),
    };

    private readonly Option<string> _client = new("--client")
    {
        Description = "The token client; it needs the scope transactions.write.",
        DefaultValueFactory = _ => "demo-tms",
    };

    private readonly Option<string> _secret = new("--secret")
    {
        Description = "Its secret.",
        Required = true,
    };

    private readonly Option<string> _last = new("--last")
    {
        Description = "How much of the recording to play: a number with m, h, d or w.",
        DefaultValueFactory = _ => "3d",
    };

    private readonly Option<double> _speed = new("--speed")
    {
        Description = "Recorded seconds per second: 60 = a recorded minute each second, 0 = as fast as possible.",
        DefaultValueFactory = _ => 60,
    };

    private readonly Option<string> _end = new("--end")
    {
        Description = "When the recording ends after shifting: 'now', or a past instant with its offset.",
        DefaultValueFactory = _ => "now",
    };

    private readonly Option<Align> _align = new("--align")
    {
        Description = "Shift by whole weeks (keeps weekday and time of day), by whole days (keeps the time of day), "
            + "or exactly to the end (none).",
        DefaultValueFactory = _ => Align.Week,
    };

    private readonly Option<Stamp> _stamp = new("--stamp")
    {
        Description = "The time on a posted tap: now = its moment of posting (offers are made), "
            + "shifted = the shifted recorded time (older than the portal's late limit: statistics only).",
        DefaultValueFactory = _ => Stamp.Now,
    };

    private readonly Option<string?> _zone = new("--time-zone")
    {
        Description = "The zone in which the recorded wall clock is played: the portal's Portal:TimeZone "
            + "(IANA name; default: this machine's).",
    };

    private readonly Option<string?> _run = new("--run")
    {
        Description = "The run's name, added to each id. The same name repeats or resumes that run: what the portal "
            + "has already is a duplicate. Default: a new name.",
    };

    private readonly Option<double?> _maxRate = new("--max-rate") { Description = "Taps a second at most." };

    private readonly Option<int> _batch = new("--batch")
    {
        Description = "Taps a request at most; above 1 they go to /transactions/batch as they fall due.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _connections = new("--connections")
    {
        Description = "Requests side by side at most.",
        DefaultValueFactory = _ => 16,
    };

    public void AddTo(Command command)
    {
        _transactions.AcceptExistingOnly();
        command.Arguments.Add(_transactions);
        Array.ForEach(
            [
                _portal, _client, _secret, _last, _speed, _end, _align, _stamp, _zone, _run, _maxRate, _batch,
                _connections,
            ],
            (Option option) => command.Options.Add(option));
    }

    public ReplayOptions Read(ParseResult parsed, TimeProvider time)
    {
        Check(parsed);
        var service = new TapService(
            parsed.GetRequiredValue(_portal), parsed.GetRequiredValue(_client), parsed.GetRequiredValue(_secret));
        return new ReplayOptions(parsed.GetRequiredValue(_transactions).FullName, service)
        {
            Last = Instants.Duration(parsed.GetRequiredValue(_last), "--last"),
            Speed = parsed.GetValue(_speed),
            Align = parsed.GetValue(_align),
            Stamp = parsed.GetValue(_stamp),
            Zone = parsed.GetValue(_zone) is { } zone ? Zones.Find(zone) : time.LocalTimeZone,
            End = End(parsed.GetRequiredValue(_end), time),
            Run = parsed.GetValue(_run),
            MaxRate = parsed.GetValue(_maxRate),
            Batch = parsed.GetValue(_batch),
            Connections = parsed.GetValue(_connections),
        };
    }

    private static DateTimeOffset? End(string text, TimeProvider time)
    {
        if (text == "now")
        {
            return null;
        }

        var end = Instants.Instant(text, "--end");
        Rule(end <= time.GetUtcNow(), $"--end: {text} is still to come; the portal refuses taps of the future");
        return end;
    }

    private void Check(ParseResult parsed)
    {
        Rule(parsed.GetValue(_speed) is >= 0 and < 1e6, "--speed: must be 0, or a number up to a million");
        Rule(parsed.GetValue(_maxRate) is null or > 0, "--max-rate: must be above 0");
        Rule(parsed.GetValue(_batch) is >= 1 and <= LargestBatch, $"--batch: must be 1 to {LargestBatch}");
        Rule(
            parsed.GetValue(_connections) is >= 1 and <= MostConnections,
            $"--connections: must be 1 to {MostConnections}");
        Rule(
            parsed.GetValue(_run) is not { } run || RunName().IsMatch(run),
            "--run: must be 1 to 24 of A-Z a-z 0-9 _ - .");
    }

    private static void Rule(bool kept, string rule)
    {
        if (!kept)
        {
            throw ToolException.Usage(rule);
        }
    }

    // It becomes part of ids and of a file name.
    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]{0,23}\z")]
    private static partial Regex RunName();
}
