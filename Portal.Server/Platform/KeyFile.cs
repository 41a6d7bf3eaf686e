namespace Portal.Server.Platform;

/// <summary>A secret that is made once and kept in a file that only its owner may read.</summary>
internal static class KeyFile
{
    public static string ReadOrCreate(string path, Func<string> create)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteNew(path, create());
        }

        return File.ReadAllText(path).Trim();
    }

    /// <summary>Writes beside and moves without overwriting, so that two starting processes agree on one secret.</summary>
    private static void WriteNew(string path, string secret)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(secret);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
