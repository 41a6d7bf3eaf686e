using FluentValidation;

namespace Portal.Server.Platform;

/// <summary>Rules on texts that several modules' validators share.</summary>
internal static class TextRules
{
    /// <summary>Longest code that an operator gives to a merchant, outlet or terminal.</summary>
    public const int CodeLength = 64;

    /// <summary>Longest name of a thing.</summary>
    public const int NameLength = 120;

    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(CodeLength)
        .Matches("^[A-Za-z0-9._:-]*$").WithMessage("{PropertyName} may hold only letters, digits and . _ : -");

    public static IRuleBuilderOptions<T, string> IsName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(NameLength)
        .Must(text => text is null || !text.Any(char.IsControl))
        .WithMessage("{PropertyName} may not hold control characters");
}
