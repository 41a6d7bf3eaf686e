using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Portal.Server.Demo.Domain;

namespace Portal.Server.Demo.Start;

/// <summary>What demo mode says to the person who started it.</summary>
internal sealed class DemoConsole(IServer server, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    private long _started;
    private TimeSpan _shown;

    /// <summary>The first address at which the portal listens, as a browser on this machine reaches it.</summary>
    public string Address => (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal)
        .TrimEnd('/');

    public void Welcome(bool isNew)
    {
        var address = Address;
        output.WriteLine(
            $"""

              Portal, demo mode

              Operator and merchant   {address}
              Subscriber's inbox      {address}/m
              Handset simulator       {address}/handsets
              API reference           {address}/docs

              Operator                {DemoAccounts.Operator}   {DemoAccounts.Password}
              Merchant M-001          {DemoAccounts.Merchant}   {DemoAccounts.Password}
              Subscriber              +8613800000001   sign-in code: in the handset simulator
              Token client            {DemoAccounts.ClientId}   {DemoAccounts.ClientSecret}

              Post a tap of that subscriber:

                TOKEN=$(curl -s {address}/connect/token -d grant_type=client_credentials \
                  -d client_id={DemoAccounts.ClientId} -d client_secret={DemoAccounts.ClientSecret} -d scope=transactions.write \
                  | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')
                curl -s {address}/api/v1/transactions -H "Authorization: Bearer $TOKEN" \
                  -H 'Content-Type: application/json' -d '{Tap()}'

              Stop with Ctrl+C. These accounts exist in demo mode only.

            """);
        if (isNew)
        {
            output.WriteLine("  The town moves in: shops and people ...");
        }
    }

    public void StaysAway() => output.WriteLine(
        "  --demo: this data folder holds data of its own, so the demo town stays away and there are no demo accounts.");

    public void AccountsRemoved() => output.WriteLine(
        "  The demo accounts and the demo token client of this data folder are deleted: the portal runs without --demo.");

    public void HistoryBegins(DemoState state)
    {
        (_started, _shown) = (time.GetTimestamp(), TimeSpan.Zero);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  Its taps from {state.From:yyyy-MM-dd} to {state.To:yyyy-MM-dd} ..."));
    }

    public void Progress(long posted, double share)
    {
        var elapsed = time.GetElapsedTime(_started);
        if (elapsed - _shown >= _interval)
        {
            _shown = elapsed;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {share,4:P0}  {posted:N0} taps"));
        }
    }

    public void HistoryEnds(long posted) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {posted:N0} taps in {time.GetElapsedTime(_started).TotalSeconds:N1} s. From now on the town lives."));

    private string Tap() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"try-1","terminalId":"T-000001","kind":"purchase","paymentId":"EP-DEMO-0001","amountMinor":2800,"currency":"CNY","occurredAt":"{{time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""");
}
