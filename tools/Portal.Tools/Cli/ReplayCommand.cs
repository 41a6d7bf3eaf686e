using System.CommandLine;
using System.Globalization;
using Portal.Tools.Replay;

namespace Portal.Tools.Cli;

internal static class ReplayCommand
{
    // A portal under full load answers late, but not later than this; then the tap is tried again.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    // The portal's default Portal:LateAfter.
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static Command Create()
    {
        var arguments = new ReplayArguments();
        var command = new Command(
            "replay", "Play the last days of recorded taps through a portal's API, at a speed of your choice.");
        arguments.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var time = TimeProvider.System;
            return RunAsync(arguments.Read(parsed, time), time, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(ReplayOptions options, TimeProvider time, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Connections })
        {
            Timeout = AnswerTimeout,
        };
        using var token = new AccessToken(http, options.Service, time);
        await CheckAsync(token, options.Service, stop);
        var (name, run, repeated) = RunFile.Open(options, time);
        var plan = new ReplayPlan(options, name, run, time);
        run.Save(options, name);
        Describe(options, repeated ? name + " (again)" : name, run, plan);
        WarnWhenLate(options, run, time);
        var tally = new ReplayTally(time);
        var poster = new TapPoster(http, token, options.Service.Portal, tally, time);
        var complete = await new ReplayRun(options, plan, poster, tally, time).RunAsync(stop);
        Console.Out.WriteLine(tally.Line(plan.Taps.Count));
        Console.Out.WriteLine(complete
            ? $"run {name} is complete"
            : $"run {name} was stopped; --run {name} with the same options goes on with it");
        return tally.RejectedCount == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    /// <summary>A wrong address or secret shows at once instead of after the retries of each connection.</summary>
    private static async Task CheckAsync(AccessToken token, TapService service, CancellationToken stop)
    {
        try
        {
            await token.GetAsync(stop);
        }
        catch (HttpRequestException unreachable)
        {
            throw new ToolException($"{service.Portal}: {unreachable.Message}");
        }
    }

    private static void Describe(ReplayOptions options, string name, RunFile run, ReplayPlan plan)
    {
        var left = plan.Taps.Count == 0 ? TimeSpan.Zero : plan.Taps[^1].Due - run.Begin;
        var length = (left > TimeSpan.Zero ? left : TimeSpan.Zero).ToString(@"d\.hh\:mm\:ss", Invariant);
        var shift = plan.Shift.Length.TotalDays.ToString("F2", Invariant);
        Console.Out.WriteLine($"run    {name}: {plan.Taps.Count} taps, {plan.Orphans} corrections of older left out");
        Console.Out.WriteLine($"window {At(plan.WindowStart)} to {At(run.End)}, shifted {shift} days");
        Console.Out.WriteLine($"speed  {options.Speed.ToString(Invariant)}: about {length} from {At(run.Begin)} on");

        string At(DateTimeOffset instant) =>
            TimeZoneInfo.ConvertTime(instant, options.Zone).ToString("ddd yyyy-MM-dd HH:mm zzz", Invariant);
    }

    private static void WarnWhenLate(ReplayOptions options, RunFile run, TimeProvider time)
    {
        if (options.Stamp == Stamp.Now && time.GetUtcNow() - run.Begin > LateAfter)
        {
            Console.Error.WriteLine(
                "warning: this run began more than 24 h ago; its early taps are late for the portal, no offers");
        }
    }
}
