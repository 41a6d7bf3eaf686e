using Portal.Server.Platform.Http;

namespace Portal.Server.Dashboards.Watching;

/// <summary>What a dashboard may see: everything, or one merchant. Made of the caller, not of what it sends.</summary>
internal readonly record struct DashboardScope(int? MerchantId)
{
    public static DashboardScope Of(Caller caller) => new(caller.MerchantId);

    public bool IsOperator => MerchantId is null;

    /// <summary>The SignalR group of all dashboards with this scope.</summary>
    public string Group => MerchantId is { } id ? $"merchant:{id}" : "operator";
}
