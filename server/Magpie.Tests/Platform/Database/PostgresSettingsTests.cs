using Magpie.Platform.Database;
using Npgsql;

namespace Magpie.Tests.Platform.Database;

public sealed class PostgresSettingsTests
{
    [Fact]
    public void What_the_connection_string_leaves_open_is_set_as_pages_need_it()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseSetup.WithDefaults("Host=db;Username=magpie"));

        Assert.Equal((200, true), (settings.MaxAutoPrepare, settings.NoResetOnClose));
        Assert.Contains("jit=off", settings.Options, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_connection_string_says_is_kept_however_it_is_spelled()
    {
        var settings = new NpgsqlConnectionStringBuilder(
            DatabaseSetup.WithDefaults("Host=db;MaxAutoPrepare=0;no reset on close=false;Options=-c work_mem=8MB")
        );

        Assert.Equal((0, false, "-c work_mem=8MB"), (settings.MaxAutoPrepare, settings.NoResetOnClose, settings.Options));
    }
}
