namespace Portal.Shared.Http;

/// <summary>One page of a list. Ask again with <c>?cursor=</c><see cref="Next"/> until it is null.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
