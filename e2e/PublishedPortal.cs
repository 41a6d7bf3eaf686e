using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.E2E;

/// <summary>
/// The published portal as a process of its own, on an empty data folder: what the browser sees here is what a
/// customer gets, trimming and all.
/// </summary>
public sealed class PublishedPortal : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;

    private PublishedPortal(Process process, Uri address, string data) =>
        (_process, Address, _data) = (process, address, data);

    public Uri Address { get; }

    /// <summary>Why these tests cannot run here; null when they can.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable("PORTAL_E2E_SERVER") is not { Length: > 0 }
            ? "Set PORTAL_E2E_SERVER to the folder of a published server; ./test does."
            : !File.Exists(Chromium) ? "Install Debian's chromium; ./test does." : null;

    public static string Chromium => "/usr/bin/chromium";

    private static string Folder => Environment.GetEnvironmentVariable("PORTAL_E2E_SERVER")!;

    public static async Task<PublishedPortal> StartAsync(params string[] flags)
    {
        var data = Directory.CreateTempSubdirectory("portal-e2e-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Start(["--urls", address.ToString(), "--data", data, .. flags]);
        var portal = new PublishedPortal(process, address, data);
        await portal.UntilReadyAsync();
        return portal;
    }

    /// <summary>Runs a verb on this portal's data, as an operator would on the command line.</summary>
    public async Task RunAsync(string? input, params string[] arguments)
    {
        using var verb = Start([.. arguments, "--data", _data]);
        if (input is not null)
        {
            await verb.StandardInput.WriteLineAsync(input);
        }

        verb.StandardInput.Close();
        await verb.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, verb.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(Folder, "Portal.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2), "The portal did not become ready.");
            Assert.False(_process.HasExited, "The portal ended while it started.");
            await Task.Delay(200);
        }
    }
}
