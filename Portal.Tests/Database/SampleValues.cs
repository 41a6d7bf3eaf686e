namespace Portal.Tests.Database;

/// <summary>Any value of a type: the text of a statement does not depend on which.</summary>
internal static class SampleValues
{
    public static object? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return "a";
        }

        if (plain == typeof(byte[]))
        {
            return new byte[16];
        }

        var element = ElementOf(plain);
        if (element is not null)
        {
            var array = Array.CreateInstance(element, 1);
            array.SetValue(Of(element), 0);
            return plain.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(plain, array);
        }

        return plain.IsValueType ? Activator.CreateInstance(plain) : null;
    }

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : new[] { type }.Concat(type.GetInterfaces())
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
}
