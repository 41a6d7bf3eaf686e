using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Bench;

/// <summary>
/// Posts over many keep-alive connections with as little of a client as HTTP/1.1 allows: on a machine where client and
/// server share the processors, a heavy client would hide what the server costs.
/// </summary>
internal sealed class SocketLoad(int port, string path, string? token)
{
    private long _posted;

    /// <summary>Posts until told to stop; returns how many were answered 200.</summary>
    /// <param name="body">Makes the body of the n-th request; null ends.</param>
    public async Task<long> RunAsync(int connections, Func<long, byte[]?> body, CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(_ => Task.Run(() => ConnectionAsync(body, cancellationToken))));
        return counts.Sum();
    }

    private async Task<long> ConnectionAsync(Func<long, byte[]?> body, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[256 * 1024];
        long ok = 0;
        while (!cancellationToken.IsCancellationRequested && body(Interlocked.Increment(ref _posted)) is { } content)
        {
            await SendAsync(socket, content);
            ok += await AnsweredOkAsync(socket, buffer) ? 1 : 0;
        }

        return ok;
    }

    private async Task SendAsync(Socket socket, byte[] content)
    {
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var head = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{authorization}Content-Type: application/json\r\n"
            + $"Content-Length: {content.Length}\r\n\r\n");
        var request = new byte[head.Length + content.Length];
        head.CopyTo(request, 0);
        content.CopyTo(request, head.Length);
        for (var sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request.AsMemory(sent));
        }
    }

    private static async Task<bool> AnsweredOkAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        var end = -1;
        while (end < 0)
        {
            filled += await ReceiveAsync(socket, buffer.AsMemory(filled));
            end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, end + 2);
        var rest = await BodyAsync(socket, buffer, head, end + 4, filled);
        return head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
            ? true
            : throw new InvalidOperationException(head + Encoding.UTF8.GetString(buffer, end + 4, Math.Max(0, rest - end - 4)));
    }

    /// <summary>Reads the rest of an answer, by its length or chunk by chunk.</summary>
    private static async Task<int> BodyAsync(Socket socket, byte[] buffer, string head, int start, int filled)
    {
        const string LengthHeader = "Content-Length: ";
        var at = head.IndexOf(LengthHeader, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            while (!buffer.AsSpan(start, filled - start).EndsWith("0\r\n\r\n"u8))
            {
                filled += await ReceiveAsync(socket, buffer.AsMemory(filled));
            }

            return filled;
        }

        var number = head.AsSpan(at + LengthHeader.Length);
        var length = int.Parse(number[..number.IndexOf('\r')], CultureInfo.InvariantCulture);
        while (filled < start + length)
        {
            filled += await ReceiveAsync(socket, buffer.AsMemory(filled));
        }

        return filled;
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> into)
    {
        var received = await socket.ReceiveAsync(into);
        return received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}
