using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Server.Inbox.Pages;

/// <summary>A QR code as one SVG path of horizontal strokes: a redemption code takes about two kilobytes.</summary>
internal static class QrPicture
{
    public static Html Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count;)
            {
                var end = x;
                while (end < rows.Count && rows[y][end])
                {
                    end++;
                }

                if (end > x)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}v1H{x}");
                }

                x = end + 1;
            }
        }

        return Html.Of($"""
            <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}"
            width="168" height="168" role="img" aria-label="{text}">
            <path d="{path.ToString()}"/></svg>
            """);
    }
}
