using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Gateways;

/// <summary>Which gateway carries which channel; of several, the one registered last.</summary>
internal sealed class ChannelGateways(IEnumerable<IChannelGateway> gateways)
{
    private readonly IChannelGateway[] _gateways = [.. gateways.Reverse()];

    public IChannelGateway? For(Channel channel) => Array.Find(_gateways, gateway => gateway.Carries(channel));

    public bool Carries(Channel channel) => For(channel) is not null;
}
