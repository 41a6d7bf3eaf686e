using System.Net;
using System.Net.Http.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using Portal.Client;
using Portal.Client.Api;
using Portal.Client.Live;
using Portal.Client.Shell;
using Portal.Shared.Identity;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Client;

/// <summary>The client's services around a server that answers what the test says.</summary>
internal sealed class PortalClientContext : BunitContext
{
    public static readonly SessionView Operator = new("Olivia", true, null, null, "CNY", "Asia/Shanghai", false);

    public static readonly SessionView Merchant = new("Mei", false, 7, "湖畔咖啡", "CNY", "Asia/Shanghai", false);

    public PortalClientContext(SessionView session)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddPortalClient();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped(_ => new HttpClient(Server) { BaseAddress = new Uri("http://localhost/") });
        Services.AddTransient<IDashboardConnection>(_ => Line);
        Services.GetRequiredService<SessionState>().Begin(session);
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<SessionView>>(parameters =>
            parameters.Add(cascading => cascading.Value, session));
        Render<MudPopoverProvider>();
    }

    public FakeTimeProvider Clock { get; } = new(PortalUnderTest.Start);

    public FakeServer Server { get; } = new();

    public FakeLine Line { get; } = new();
}

/// <summary>Answers by method and path; what nobody said is 404.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>> _answers = [];

    /// <summary>Bodies as they were sent, by method and path.</summary>
    public List<(string Request, string Body)> Sent { get; } = [];

    public void Answer<T>(string request, T body) => _answers[request] = _ => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(body, options: PortalApi.Json) });

    public void Refuse(string request, HttpStatusCode status, object problem) =>
        _answers[request] = _ => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = JsonContent.Create(problem, new("application/problem+json"), PortalApi.Json),
        });

    public void Never(string request) => _answers[request] = _ => new TaskCompletionSource<HttpResponseMessage>().Task;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add((key, body));
        return _answers.TryGetValue(key, out var answer)
            ? await answer(request)
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}
