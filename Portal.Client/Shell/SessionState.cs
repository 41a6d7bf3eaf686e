using Portal.Shared.Identity;

namespace Portal.Client.Shell;

/// <summary>Who is signed in, as the whole client knows it.</summary>
public sealed class SessionState
{
    /// <summary>Null before the first answer, and when nobody is signed in.</summary>
    public SessionView? Current { get; private set; }

    /// <summary>Whether somebody was signed in and the server no longer knows them.</summary>
    public bool HasExpired { get; private set; }

    public event Action? Changed;

    public void Begin(SessionView session) => Set(session, hasExpired: false);

    public void End() => Set(null, hasExpired: false);

    public void Expire() => Set(null, hasExpired: Current is not null || HasExpired);

    private void Set(SessionView? session, bool hasExpired)
    {
        (Current, HasExpired) = (session, hasExpired);
        Changed?.Invoke();
    }
}
