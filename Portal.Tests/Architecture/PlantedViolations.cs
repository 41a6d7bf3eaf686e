#pragma warning disable CA1812, CA1852 // These types exist to be caught.
namespace Planted.Platform.Clock
{
    internal sealed class PlatformThatKnowsAModule
    {
        public static async Task<object> InAsyncLambdaAsync()
        {
            Func<Task<object>> work = async () =>
            {
                await Task.Yield();
                return new Ledger.Appending.Innards();
            };
            return await work();
        }
    }
}

namespace Planted.Ledger.Appending
{
    internal sealed class Innards;

    internal class LeftOpen;
}

namespace Planted.Ledger.Contracts
{
    internal sealed record Row(int Position);
}

namespace Planted.Terminals.Browse
{
    internal sealed class AgainstTheFlow
    {
        public static int Look(Ledger.Contracts.Row row) => row.Position;
    }
}

namespace Planted.Offers.Domain
{
    internal sealed class DomainThatSaves
    {
        public static void Save(Microsoft.EntityFrameworkCore.DbContext database) => database.Dispose();
    }
}

namespace Planted.Offers.Matching
{
    internal sealed class PastTheContracts
    {
        public static IEnumerable<object> InIterator()
        {
            yield return typeof(Ledger.Appending.Innards);
        }
    }
}
