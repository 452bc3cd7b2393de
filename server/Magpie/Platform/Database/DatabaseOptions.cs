namespace Magpie.Platform.Database;

/// <summary>Section <c>Magpie:Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Magpie:Database";

    /// <summary>An Npgsql connection string. Empty: SQLite in the data folder.</summary>
    public string? Postgres { get; set; }

    public bool UsesPostgres => !string.IsNullOrWhiteSpace(Postgres);
}
