namespace Portal.Server.Platform;

internal static class ValidatedOptions
{
    /// <summary>Binds a section to its options record; a wrong value stops the start with a message naming the key.</summary>
    public static void AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
