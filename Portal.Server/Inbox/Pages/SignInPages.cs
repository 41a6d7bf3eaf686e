using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.Pages;

internal static class SignInPages
{
    public static Page AskNumber(InboxTexts texts, string? problem = null, int status = 200) => new(
        texts,
        texts.SignIn,
        Html.Of($"""
            <div class="card"><h1>{texts.SignIn}</h1>
            {Problem(problem)}
            <form method="post" action="{InboxPaths.Home}/sign-in"><p><label for="n">{texts.PhoneNumber}</label></p>
            <input type="text" id="n" name="msisdn" inputmode="tel" autocomplete="tel" maxlength="24"/>
            <p class="note">{texts.SignInHint}</p>
            <button type="submit">{texts.SendCode}</button></form></div>
            """),
        Status: status);

    public static Page AskCode(InboxTexts texts, Guid signIn, string? problem = null, int status = 200) => new(
        texts,
        texts.SignIn,
        Html.Of($"""
            <div class="card"><h1>{texts.SignIn}</h1>
            {(problem is null ? Html.Of($"<p>{texts.CodeSent}</p>") : Problem(problem))}
            <form method="post" action="{InboxPaths.Home}/code"><input type="hidden" name="signIn" value="{signIn}"/>
            <p><label for="c">{texts.Code}</label></p>
            <input type="text" id="c" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12"/>
            <button type="submit">{texts.SignIn}</button></form>
            <p><a href="{InboxPaths.Home}/sign-in">{texts.PhoneNumber}</a></p></div>
            """),
        Status: status);

    public static Page TooMany(InboxTexts texts) =>
        AskNumber(texts, texts.TooMany, StatusCodes.Status429TooManyRequests);

    public static Page NotFound(InboxTexts texts) => Message(texts, texts.NotFoundTitle, texts.NotFound, 404);

    public static Page Refused(InboxTexts texts) => Message(texts, texts.NotFoundTitle, texts.Refused, 400);

    private static Page Message(InboxTexts texts, string title, string text, int status) => new(
        texts,
        title,
        Html.Of($"""
            <div class="card"><h1>{title}</h1><p>{text}</p><p><a href="{InboxPaths.Home}">{texts.Back}</a></p></div>
            """),
        Status: status);

    private static Html Problem(string? problem) =>
        problem is null ? Html.Empty : Html.Of($"""<p class="bad">{problem}</p>""");
}
