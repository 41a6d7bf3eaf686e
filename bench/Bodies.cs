using System.Text;

namespace Portal.Bench;

/// <summary>Bodies of posted transactions; each has an id of its own.</summary>
internal static class Bodies
{
    public const int PaymentIds = 40_000;

    public static string PaymentId(long i) => $"EP-{i:D6}";

    public static byte[] One(string run, long n) => Encoding.UTF8.GetBytes(Text(run, n));

    public static byte[] Batch(string run, long n, int size)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < size; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Text(run, (n * size) + i));
        }

        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }

    private static string Text(string run, long n) =>
        $$"""
        {"id":"{{run}}-{{n:D10}}","terminalId":"{{BenchPortal.TerminalId((int)(n % int.MaxValue))}}","sequence":{{n}},
        "kind":"purchase","paymentId":"{{PaymentId(n * 7919 % PaymentIds)}}","amountMinor":{{100 + (n % 9_900)}},
        "currency":"CNY","occurredAt":"2026-11-01T12:00:{{n % 60:D2}}+08:00","category":"5812"}
        """.Replace("\n", "", StringComparison.Ordinal);
}
