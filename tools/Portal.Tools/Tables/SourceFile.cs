using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Portal.Tools.Cli;

namespace Portal.Tools.Tables;

/// <summary>A text file, plain or packed with xz; xz runs as a process, .NET has no reader for the format.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly Process? _xz;

    private SourceFile(string name, StreamReader reader, Process? xz)
    {
        Name = name;
        Reader = reader;
        _xz = xz;
    }

    public string Name { get; }

    public StreamReader Reader { get; }

    /// <summary>Opens the path as given; when only path.xz exists, unpacks that on the fly.</summary>
    public static SourceFile Open(string path)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".xz", StringComparison.OrdinalIgnoreCase)
                ? Unpack(path)
                : new SourceFile(path, new StreamReader(path, Encoding.UTF8), null);
        }

        var packed = path + ".xz";
        return File.Exists(packed) ? Unpack(packed) : throw ToolException.Usage($"{path}: no such file (nor {packed})");
    }

    /// <summary>xz reports a damaged archive only at its end, after it has written what it could read.</summary>
    public void EnsureComplete()
    {
        if (_xz is null)
        {
            return;
        }

        _xz.WaitForExit();
        if (_xz.ExitCode != 0)
        {
            throw new ToolException($"{Name}: xz could not unpack it to the end (exit code {_xz.ExitCode})");
        }
    }

    /// <summary>The last row of a damaged archive is half a row; its archive is what is wrong, not the row.</summary>
    public void EnsureNotCutOff()
    {
        // Bounded, since in the middle of a file xz waits for its reader and not the other way round.
        if (_xz is not null && _xz.WaitForExit(TimeSpan.FromSeconds(1)))
        {
            EnsureComplete();
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        if (_xz is not null)
        {
            // A reader that stopped early leaves xz writing into a closed pipe.
            if (!_xz.HasExited)
            {
                _xz.Kill();
            }

            _xz.Dispose();
        }
    }

    private static SourceFile Unpack(string path)
    {
        var start = new ProcessStartInfo("xz")
        {
            ArgumentList = { "-dc", "--", path },
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            var xz = Process.Start(start) ?? throw new ToolException($"{path}: xz did not start");
            return new SourceFile(path, xz.StandardOutput, xz);
        }
        catch (Win32Exception)
        {
            throw new ToolException(
                $"{path}: is packed with xz and the command xz was not found; install it (package xz-utils), "
                + $"or unpack the file yourself and leave out the ending .xz");
        }
    }
}
