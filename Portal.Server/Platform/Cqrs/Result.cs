using System.Diagnostics.CodeAnalysis;

namespace Portal.Server.Platform.Cqrs;

/// <summary>Lets the validation behaviour make a failure of any result type.</summary>
internal interface IFailable<out TSelf>
    where TSelf : IFailable<TSelf>
{
    static abstract TSelf Failure(Error error);
}

/// <summary>Either a value or an expected <see cref="Error"/>.</summary>
internal sealed class Result<T> : IFailable<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"No value: {Error.Code}");

    public static Result<T> Success(T value) => new(value, null);

    public static Result<T> Failure(Error error) => new(default, error);

    public static implicit operator Result<T>(T value) => Success(value);

    public static implicit operator Result<T>(Error error) => Failure(error);
}

/// <summary>The answer of a command that has nothing to say but that it was done.</summary>
internal readonly record struct Done;
