using Portal.Tools.Cli;

return await CommandLine.RunAsync(args);
