using MediatR;

namespace Portal.Server.Platform.Cqrs;

/// <summary>Changes something; its handler saves once.</summary>
internal interface ICommand<T> : IRequest<Result<T>>;

/// <summary>Reads; its handler neither tracks nor saves.</summary>
internal interface IQuery<T> : IRequest<Result<T>>;
