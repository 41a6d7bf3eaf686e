using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Portal.Server.Inbox.Pages;
using Portal.Server.Inbox.SignIn;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Inbox.Web;

/// <summary>Reads who asks for a page, in what language, and from where.</summary>
internal sealed class InboxRequest(InboxSessions sessions, ISubscriberDirectory subscribers)
{
    /// <summary>The longest form is a number or a code with its tokens.</summary>
    private const int MaxFormBytes = 4 * 1024;

    /// <summary>Somebody who is signed in, with the registration record; null when nobody is.</summary>
    public async Task<(Visitor Visitor, Registration Person, InboxTexts Texts)?> SignedInAsync(HttpContext http)
    {
        if (await sessions.FindAsync(http, http.RequestAborted) is not { } visitor)
        {
            return null;
        }

        var people = await subscribers.RegistrationsAsync([visitor.SubscriberId], http.RequestAborted);
        return people.TryGetValue(visitor.SubscriberId, out var person)
            ? (visitor, person, person.Language is null ? TextsOf(http) : InboxTexts.For(person.Language))
            : null;
    }

    /// <summary>The first language of the browser that the inbox speaks.</summary>
    public static InboxTexts TextsOf(HttpContext http)
    {
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString());
        foreach (var language in accepted)
        {
            if (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
                || language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return InboxTexts.For(language);
            }
        }

        return InboxTexts.English;
    }

    /// <summary>
    /// The network address that limits count; of IPv6 its /64, which one subscriber has whole (RFC 6177).
    /// </summary>
    public static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    /// <summary>The posted form; null when it is none or too large.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > MaxFormBytes)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether a form came from our own page of the same session.</summary>
    public static bool IsOurs(IFormCollection form, Visitor visitor) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(form["t"].ToString()), Encoding.UTF8.GetBytes(visitor.FormToken));
}
