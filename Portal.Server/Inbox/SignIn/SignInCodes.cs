using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Contracts;
using Portal.Server.Inbox.Domain;
using Portal.Server.Inbox.Pages;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Inbox.SignIn;

/// <summary>
/// Signs a phone's owner in by a code sent to the phone. Every answer is the same for numbers that nobody has.
/// </summary>
internal sealed class SignInCodes(
    PortalDbContext database,
    ISubscriberDirectory subscribers,
    IServiceMessages messages,
    PersonalData personalData,
    Throttle throttle,
    OperatorClock clock,
    ProgressSignal signal,
    IOptions<InboxOptions> options)
{
    private const int CodeLimit = 1_000_000;

    private readonly InboxOptions _options = options.Value;

    /// <summary>Sends a code; returns the name of this sign-in, or null when there were too many.</summary>
    public async Task<Guid?> SendAsync(Msisdn msisdn, string address, CancellationToken cancellationToken)
    {
        if (!await throttle.AdmitAsync("code-from", address, _options.MaxCodesPerAddress, cancellationToken)
            || !await throttle.AdmitAsync("code-to", msisdn.E164, _options.MaxCodesPerNumber, cancellationToken))
        {
            return null;
        }

        var code = RandomNumberGenerator.GetInt32(CodeLimit).ToString("D6", CultureInfo.InvariantCulture);
        var subscriberId = await subscribers.FindIdAsync(msisdn, cancellationToken);
        var signIn = new SignInCode
        {
            Id = Guid.CreateVersion7(clock.Now),
            SubscriberId = subscriberId,
            CodeHash = HashOf(code),
            ExpiresAt = clock.Now + _options.CodeLifetime,
            TriesLeft = _options.MaxTries,
        };
        database.Add(signIn);
        if (subscriberId is { } known)
        {
            var people = await subscribers.RegistrationsAsync([known], cancellationToken);
            messages.Add(known, InboxTexts.For(people[known].Language).CodeMessage(code), _options.CodeLifetime);
        }

        await database.SaveChangesAsync(cancellationToken);
        signal.Notify();
        return signIn.Id;
    }

    /// <summary>The subscriber whose code this is; null for anything else. A code is good once.</summary>
    public async Task<long?> CheckAsync(Guid signIn, string code, string address, CancellationToken cancellationToken)
    {
        if (!await throttle.AdmitAsync("guess-from", address, _options.MaxGuessesPerAddress, cancellationToken))
        {
            return null;
        }

        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var (rows, now) = (database.Set<SignInCode>().Where(row => row.Id == signIn), clock.Now);
        var tried = await rows.Where(row => row.TriesLeft > 0 && row.ExpiresAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.TriesLeft, row => row.TriesLeft - 1), cancellationToken);
        var stored = tried == 0 ? null : await rows.AsNoTracking().SingleAsync(cancellationToken);
        var isRight = stored is not null
            && CryptographicOperations.FixedTimeEquals(stored.CodeHash, HashOf(Digits(code)));
        if (isRight)
        {
            await rows.ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return isRight ? stored!.SubscriberId : null;
    }

    private byte[] HashOf(string code) => personalData.Hash("inbox-code:", code);

    /// <summary>Full-width digits are digits, and spaces do not matter.</summary>
    private static string Digits(string code) =>
        string.Concat(code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
}
