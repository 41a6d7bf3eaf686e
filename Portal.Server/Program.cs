using Portal.Server.CommandLine;

ThreadPool.SetMinThreads(workerThreads: 16, completionPortThreads: 16);
return await PortalCommands.InvokeAsync(args);
