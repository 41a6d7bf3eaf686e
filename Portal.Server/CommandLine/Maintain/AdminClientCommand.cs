using System.CommandLine;
using System.Security.Cryptography;
using Portal.Server.Identity.Contracts;

namespace Portal.Server.CommandLine.Maintain;

/// <summary><c>admin client ID</c>: a client with which a terminal, a till or another system gets its tokens.</summary>
internal static class AdminClientCommand
{
    /// <summary>192 bits: nobody guesses it, and it fits on one line.</summary>
    private const int SecretBytes = 24;

    private static readonly Argument<string> _id = new("ID") { Description = "The client_id it will name." };

    private static readonly Option<string?> _merchant = new("--merchant")
    {
        Description = "Code of the one merchant for which it may act; all merchants when left out.",
    };

    private static readonly Option<string[]> _scopes = new("--scope")
    {
        Description = $"What it may do: {string.Join(", ", PortalScopes.All)}; may be given several times.",
        DefaultValueFactory = _ => [PortalScopes.WriteTransactions],
    };

    public static Command Create()
    {
        _scopes.AcceptOnlyFromAmong([.. PortalScopes.All]);
        var command = new Command("client", "Makes a client, or gives it a new secret; the secret is shown once.")
        {
            _id, _merchant, _scopes,
        };
        command.SetAction((parsed, cancellationToken) =>
            CreateAsync(parsed, VerbContext.Of(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> CreateAsync(
        ParseResult parsed, VerbContext context, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(_id);
        if (id.Length is 0 or > 100 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw new VerbException("ID must be 1 to 100 letters, digits or . _ -");
        }

        await using var host = await context.OpenAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var merchantId = await AdminCommand.MerchantAsync(
            scope.ServiceProvider, parsed.GetValue(_merchant), cancellationToken);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).Replace('+', '-').Replace('/', '_');
        var scopes = parsed.GetRequiredValue(_scopes);
        await scope.ServiceProvider.GetRequiredService<IAccounts>()
            .EnsureClientAsync(id, secret, id, merchantId, scopes, cancellationToken);
        await context.Output.WriteLineAsync($"client_id      {id}");
        await context.Output.WriteLineAsync($"client_secret  {secret}");
        await context.Output.WriteLineAsync($"scope          {string.Join(' ', scopes)}");
        await context.Output.WriteLineAsync("The secret is not shown again.");
        return ExitCodes.Done;
    }
}
