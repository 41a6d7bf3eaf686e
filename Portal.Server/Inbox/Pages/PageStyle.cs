using System.Security.Cryptography;
using System.Text;

namespace Portal.Server.Inbox.Pages;

/// <summary>The one style sheet, inside each page: no second request on a slow network.</summary>
internal static class PageStyle
{
    // Old browsers skip what they do not know: each colour stands plain, before anything newer.
    public const string Css = """
        *{box-sizing:border-box}
        body{margin:0;background:#f3f4f7;color:#1b1f2a;overflow-wrap:break-word;
        font:16px/1.45 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
        a{color:#1a4fd0}
        header{background:#16308f;color:#fff;padding:10px 12px}
        header a{color:#fff;text-decoration:none;font-weight:600}
        header span{float:right;font-size:14px}
        main,.foot{max-width:560px;margin:0 auto;padding:8px 10px}
        h1{font-size:22px;line-height:1.25;margin:4px 0 6px}
        h2{font-size:15px;margin:16px 2px 6px;color:#555c6e}
        p{margin:6px 0}
        .card{display:block;background:#fff;border:1px solid #dfe2ea;border-radius:12px;padding:12px;
        margin:0 0 8px;color:inherit;text-decoration:none}
        .card b{display:block;font-size:17px}
        .from,.note{color:#5a6174;font-size:14px}
        .gives{color:#b3360b;font-weight:700}
        .past{background:#f8f9fb}
        .past b{font-weight:500;font-size:16px}
        .till{text-align:center;border-top:1px dashed #c9cedb;margin-top:12px;padding-top:10px}
        .code{font:700 24px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:2px}
        .qr{background:#fff;max-width:70%;height:auto}
        ul{margin:4px 0;padding-left:20px}
        input[type=text]{width:100%;font:inherit;font-size:18px;padding:9px;border:1px solid #9aa2b5;border-radius:8px}
        button{font:inherit;font-weight:600;padding:10px 14px;border:0;border-radius:8px;background:#1a4fd0;
        color:#fff;width:100%;margin-top:10px}
        button.plain{background:#fff;color:#3b4256;border:1px solid #c3c8d5}
        button.small{width:auto;margin:2px 0;float:right;padding:6px 12px}
        .row{overflow:hidden;border-bottom:1px solid #eceef3;padding:9px 0}
        .row .note{display:block}
        .bad{background:#fde8e4;color:#8f1d07;border-radius:8px;padding:8px 10px}
        .foot{font-size:14px;padding-bottom:20px}
        .foot form{display:inline;margin-left:14px}
        .foot button{width:auto;margin:0;padding:0;background:none;color:#1a4fd0;
        font-weight:400;text-decoration:underline}
        @media(prefers-color-scheme:dark){body{background:#11141c;color:#e8eaf1}
        .card{background:#1b202c;border-color:#323849}.past{background:#161a24}
        .from,.note,h2{color:#a6adc0}.gives{color:#ff9a6b}a,.foot button{color:#8fb1ff}
        input[type=text],button.plain{background:#11141c;color:inherit;border-color:#596178}.row{border-color:#323849}}
        """;

    /// <summary>Content security policy level 3: this style and nothing else; above all no script.</summary>
    public static readonly string Policy =
        "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))
        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
