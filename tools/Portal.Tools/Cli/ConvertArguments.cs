using System.CommandLine;
using Portal.Tools.Conversion;

namespace Portal.Tools.Cli;

/// <summary>What every conversion takes.</summary>
internal sealed class ConvertArguments
{
    private static readonly string[] Channels = ["sms", "stk", "voice", "wappush"];

    private readonly Argument<DirectoryInfo> _source = new("DIR") { Description = "The folder with the set's files." };

    private readonly Argument<DirectoryInfo> _output = new("OUT")
    {
        Description = "The folder to write to; made when missing, files in it are replaced.",
    };

    private readonly Option<string> _zone = new("--time-zone")
    {
        Description = "The zone of the set's times, which carry none (IANA name).",
        DefaultValueFactory = _ => "America/New_York",
    };

    private readonly Option<string> _consents = new("--consents")
    {
        Description = "The channels to which every subscriber is taken to have consented, such as 'sms;wappush'; "
            + "an assumption, since no set tells. '' for none.",
        DefaultValueFactory = _ => "sms",
    };

    private readonly Option<string> _language = new("--language")
    {
        Description = "The language of every subscriber; an assumption as well. '' for none.",
        DefaultValueFactory = _ => "en",
    };

    public void AddTo(Command command)
    {
        _source.AcceptExistingOnly();
        command.Arguments.Add(_source);
        command.Arguments.Add(_output);
        command.Options.Add(_zone);
        command.Options.Add(_consents);
        command.Options.Add(_language);
    }

    public ConversionSettings Read(ParseResult parsed, TimeProvider time) =>
        new(parsed.GetRequiredValue(_source).FullName, parsed.GetRequiredValue(_output).FullName)
        {
            Zone = Zones.Find(parsed.GetRequiredValue(_zone)),
            Consents = Consents(parsed.GetRequiredValue(_consents)),
            Language = parsed.GetRequiredValue(_language),
            Time = time,
        };

    private static string Consents(string given)
    {
        var channels = given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = channels.Except(Channels, StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? string.Join(';', channels)
            : throw ToolException.Usage(
                $"--consents: '{unknown[0]}' is none of {string.Join(", ", Channels)} (separated by ;)");
    }
}
