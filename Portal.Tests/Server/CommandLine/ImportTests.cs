namespace Portal.Tests.Server.CommandLine;

public sealed class ImportTests : IDisposable
{
    private const string Card = "4111111111111111";

    private readonly VerbsUnderTest _verbs = new();

    [Fact]
    public async Task The_same_file_twice_counts_duplicates_and_doubles_nothing()
    {
        await _verbs.PrepareTownAsync();
        var file = _verbs.Write(
            "taps.csv",
            VerbsUnderTest.TransactionColumns,
            "a-1,T-1,1,purchase,,EP-0001,4599,CNY,2024-02-29T10:00:00+08:00,5812",
            "a-2,T-1,2,purchase,,EP-0001,1000,CNY,2024-03-01T10:00:00+08:00,",
            "a-3,T-1,3,refund,a-2,EP-0001,400,CNY,2024-03-02T10:00:00+08:00,");

        var first = await _verbs.DoAsync("import", "transactions", file);
        var second = await _verbs.DoAsync("import", "transactions", file);

        Assert.Contains("3 accepted, 0 duplicates, 0 refused", first, StringComparison.Ordinal);
        Assert.Contains("0 accepted, 3 duplicates, 0 refused", second, StringComparison.Ordinal);
        Assert.Equal(3, await _verbs.CountAsync("transactions"));
        Assert.False(_verbs.Exists("taps.errors.csv"));
    }

    [Fact]
    public async Task Columns_in_another_order_with_quotes_byte_order_mark_and_crlf_are_read()
    {
        await _verbs.DoAsync("import", "merchants", _verbs.WriteText(
            "merchants.csv",
            "\uFEFFcategory,terminalKind,terminalId,longitude,latitude,district,outletName,outletCode,merchantName,merchantCode\r\n"
            + "5812,pos,T-1,120.5,-30.25,\"Old, Town\",\"Joe's \"\"Best\"\"\",M-1-01,\"Joe, Inc.\",M-1\r\n"));

        Assert.Equal(1, await _verbs.CountAsync("outlets WHERE name = 'Joe''s \"Best\"' AND district = 'Old, Town'"));
        Assert.Equal(1, await _verbs.CountAsync("outlets WHERE latitude = -30.25 AND longitude = 120.5"));
    }

    [Fact]
    public async Task Empty_coordinates_and_district_are_accepted()
    {
        var output = await _verbs.DoAsync("import", "merchants", _verbs.WriteText(
            "merchants.csv",
            "\uFEFF" + VerbsUnderTest.MerchantColumns + "\r\n"
            + "M-1,\"Joe, \"\"the\"\" Inc.\",M-1-01,Outlet,,,,T-1,Gate,4111\r\nM-1,Other,M-1-01,Outlet,,,,T-2,Reader,4111\r\n"));

        Assert.Contains("2 terminals registered", output, StringComparison.Ordinal);
        Assert.Equal(1, await _verbs.CountAsync("outlets WHERE district = 'unknown' AND latitude IS NULL"));
        Assert.Equal(1, await _verbs.CountAsync("merchants WHERE name = 'Other'"));
    }

    [Fact]
    public async Task A_bad_row_is_refused_with_field_and_rule_and_the_others_are_taken()
    {
        await _verbs.PrepareTownAsync();
        var file = _verbs.Write(
            "taps.csv",
            VerbsUnderTest.TransactionColumns,
            "a-1,T-1,,purchase,,EP-0001,4599,CNY,2024-02-29T10:00:00+08:00,",
            "a-2,T-9,,purchase,,EP-0001,4599,CNY,2024-02-29T10:00:00+08:00,",
            "a-3,T-1,,purchase,,EP-0001,45.99,CNY,2024-02-29T10:00:00+08:00,",
            "a-4,T-1,,purchase,,EP-0001,4599,CNY,2024-02-29 10:00:00,",
            "a-5,T-1,,purchase,,EP-0001,4599,USD,2024-02-29T10:00:00Z,",
            "a-6,T-1,,purchase,,EP-0001",
            "a-7,T-1,,purchase,,EP-0001,1,CNY,2024-02-29T10:00:00.5Z,");

        var (code, output, _) = await _verbs.RunAsync("import", "transactions", file);

        Assert.Equal(1, code);
        Assert.Contains("7 rows", output, StringComparison.Ordinal);
        Assert.Contains("2 accepted, 0 duplicates, 5 refused", output, StringComparison.Ordinal);
        var errors = _verbs.Lines("taps.errors.csv");
        Assert.Equal("row,field,rule," + VerbsUnderTest.TransactionColumns, errors[0].TrimStart('\uFEFF'));
        Assert.Equal(["3", "4", "6", "2", "5"], errors[1..].Select(line => line.Split(',')[0]));
        Assert.Contains("3,amountMinor,", errors[1], StringComparison.Ordinal);
        Assert.Contains("terminal.not-allowed", errors[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Card)]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("pan:4111 1111 1111 1111")]
    public async Task A_card_number_is_refused_and_stands_nowhere(string card)
    {
        await _verbs.PrepareTownAsync();
        var file = _verbs.Write(
            "taps.csv",
            VerbsUnderTest.TransactionColumns,
            $"a-1,T-1,,purchase,,{card},4599,CNY,2024-02-29T10:00:00+08:00,",
            $"{card},T-1,,{card},{card},EP-0001,{card}.5,{card},{card},{card}");

        var (code, output, error) = await _verbs.RunAsync("import", "transactions", file);

        Assert.Equal(1, code);
        Assert.DoesNotContain(card, output + error, StringComparison.Ordinal);
        Assert.Equal(3, _verbs.Lines("taps.errors.csv").Length);
        Assert.Empty(_verbs.FilesHolding(card, apartFrom: "taps.csv"));
        Assert.Equal(0, await _verbs.CountAsync("transactions"));
    }

    [Fact]
    public async Task A_card_number_among_paymentIds_refuses_the_subscriber()
    {
        var file = _verbs.Write(
            "people.csv",
            VerbsUnderTest.SubscriberColumns,
            $"+8613800000009,EP-0009;{Card},,,,,,,,,,",
            "+8613800000010,EP-0010,,,,,,,,,,");

        var (code, output, _) = await _verbs.RunAsync("import", "subscribers", file);

        Assert.Equal(1, code);
        Assert.Contains("1 registered, 0 updated, 1 refused", output, StringComparison.Ordinal);
        Assert.Contains("paymentIds", _verbs.Lines("people.errors.csv")[1], StringComparison.Ordinal);
        Assert.Empty(_verbs.FilesHolding(Card, apartFrom: "people.csv"));
        Assert.Equal(1, await _verbs.CountAsync("bindings"));
    }

    [Fact]
    public async Task Missing_and_unknown_columns_are_named_and_nothing_is_read()
    {
        var file = _verbs.Write("taps.csv", VerbsUnderTest.TransactionColumns.Replace("paymentId", "cardHolder"), "a");

        var (code, _, error) = await _verbs.RunAsync("import", "transactions", file);

        Assert.Equal(2, code);
        Assert.Contains("missing column(s): paymentId.", error, StringComparison.Ordinal);
        Assert.Contains("unknown column(s): cardHolder.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import transactions")]
    [InlineData("import transactions /no/such/file.csv")]
    [InlineData("import nothing x.csv")]
    [InlineData("--set nonsense import merchants x.csv")]
    public async Task A_wrong_command_line_ends_with_2(string line)
    {
        var (code, _, error) = await _verbs.RunAsync(line.Split(' '));

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_subscriber_is_updated_by_a_later_file_and_a_PaymentId_of_another_is_refused()
    {
        await _verbs.PrepareTownAsync();
        var file = _verbs.Write(
            "people.csv",
            VerbsUnderTest.SubscriberColumns,
            "+8613800000001,EP-0001;EP-0001-B,Lin,F,,teacher,,North,,,,stk",
            "+8613800000002,EP-0001,Wang,,,,,,,,,",
            "+8613800000003,EP-0003,Zhao,,,,,,,,,",
            "+8613800000004,EP-0003,Qian,,,,,,,,,",
            "+8613800000003,EP-0003-B,Zhao,X,,,,,,,,");

        var (code, output, _) = await _verbs.RunAsync("import", "subscribers", file);

        Assert.Equal(1, code);
        Assert.Contains("1 registered, 2 updated, 2 refused", output, StringComparison.Ordinal);
        Assert.Equal(1, await _verbs.CountAsync("subscribers WHERE occupation = 'teacher' AND district = 'North'"));
        Assert.Equal(2, await _verbs.CountAsync("subscribers"));
        Assert.Equal(4, await _verbs.CountAsync("bindings"));
    }

    [Fact]
    public async Task A_text_that_is_not_UTF8_and_a_quote_never_closed_are_said_so()
    {
        await _verbs.PrepareTownAsync();
        var latin = _verbs.Place("latin.csv");
        await File.WriteAllBytesAsync(
            latin, [.. "merchantCode\n"u8, 0xE9, .. "\n"u8], VerbsUnderTest.Cancelled);
        var open = _verbs.Write(
            "open.csv", VerbsUnderTest.TransactionColumns, "\"a-1," + new string('x', 20_000));

        var (latinCode, _, latinError) = await _verbs.RunAsync("import", "merchants", latin);
        var (openCode, _, openError) = await _verbs.RunAsync("import", "transactions", open);

        Assert.Equal((2, 2), (latinCode, openCode));
        Assert.Contains("not UTF-8", latinError, StringComparison.Ordinal);
        Assert.Contains("quote", openError, StringComparison.Ordinal);
    }

    public void Dispose() => _verbs.Dispose();
}
