using System.CommandLine;
using Portal.Server.Identity.Contracts;
using Portal.Server.Merchants.Contracts;

namespace Portal.Server.CommandLine.Maintain;

/// <summary><c>admin create EMAIL</c>: the first account of a new portal, and any further one.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string?> _email = new("EMAIL")
    {
        Description = "E-mail address to sign in with; asked for when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> _name = new("--name") { Description = "Name shown in the portal." };

    private static readonly Option<string?> _merchant = new("--merchant")
    {
        Description = "Code of the merchant whose person this is; the operator's when left out.",
    };

    private static readonly Option<bool> _stdin = new("--password-stdin")
    {
        Description = "Take the password from the first line of standard input instead of asking for it.",
    };

    public static Command Create()
    {
        var create = new Command("create", "Makes an account for a person.") { _email, _name, _merchant, _stdin };
        create.SetAction((parsed, cancellationToken) => CreateAsync(parsed, VerbContext.Of(parsed), cancellationToken));
        return new Command("admin", "Accounts of people, and clients of systems.") { create, AdminClientCommand.Create() };
    }

    private static async Task<int> CreateAsync(
        ParseResult parsed, VerbContext context, CancellationToken cancellationToken)
    {
        var email = (parsed.GetValue(_email) ?? AskEmail(context.Progress)).Trim();
        if (email.Length is < 3 or > 254 || email.IndexOf('@', StringComparison.Ordinal) is <= 0)
        {
            throw new VerbException("EMAIL must be an e-mail address.");
        }

        await using var host = await context.OpenAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var merchantId = await MerchantAsync(scope.ServiceProvider, parsed.GetValue(_merchant), cancellationToken);
        var password = parsed.GetValue(_stdin) ? Console.In.ReadLine() ?? "" : AskTwice(context.Progress);
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        if (await accounts.HasPersonAsync(email))
        {
            throw new VerbException($"There is already an account {email}; it is left as it is.");
        }

        var made = await accounts.EnsurePersonAsync(
            email, password, parsed.GetValue(_name) ?? email, merchantId, cancellationToken);
        if (!made.IsSuccess)
        {
            throw new VerbException(made.Error.Message);
        }

        await context.Output.WriteLineAsync($"{email} can sign in.");
        return ExitCodes.Done;
    }

    public static async Task<int?> MerchantAsync(
        IServiceProvider services, string? code, CancellationToken cancellationToken)
    {
        if (code is null)
        {
            return null;
        }

        var merchant = await services.GetRequiredService<IMerchantDirectory>().FindByCodeAsync(code, cancellationToken);
        return merchant?.Id ?? throw new VerbException($"There is no merchant with the code {code}.");
    }

    private static string AskEmail(TextWriter prompt)
    {
        if (Console.IsInputRedirected)
        {
            throw new VerbException("Nobody can be asked here: give the EMAIL on the command line.");
        }

        prompt.Write("E-mail address: ");
        return Console.In.ReadLine() ?? "";
    }

    private static string AskTwice(TextWriter prompt)
    {
        if (Console.IsInputRedirected)
        {
            throw new VerbException("Nobody can be asked for a password here; use --password-stdin.");
        }

        var first = Ask(prompt, "Password: ");
        return Ask(prompt, "Once more: ") == first ? first : throw new VerbException("The two passwords differ.");
    }

    /// <summary>Reads a line without showing it.</summary>
    private static string Ask(TextWriter prompt, string question)
    {
        prompt.Write(question);
        var text = new List<char>();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && text.Count > 0)
            {
                text.RemoveAt(text.Count - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Add(key.KeyChar);
            }
        }

        prompt.WriteLine();
        return new string([.. text]);
    }
}
