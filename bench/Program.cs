using Portal.Bench;

// dotnet run -c Release --project bench [-- NAME...]      with no name: all
var benches = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["single"] = SinglePosts.RunAsync,
    ["batch"] = BatchedPosts.RunAsync,
    ["projection"] = ProjectionRate.RunAsync,
    ["offer"] = TapToOffer.RunAsync,
    ["slope"] = Slope.RunAsync,
};
var unknown = args.Except(benches.Keys).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", benches.Keys)}.");
    return 2;
}

Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; ratios are of one run, rates are this machine's");
foreach (var (name, run) in benches.Where(bench => args.Length == 0 || args.Contains(bench.Key)))
{
    Console.WriteLine($"\n{name}");
    await run();
}

return 0;
