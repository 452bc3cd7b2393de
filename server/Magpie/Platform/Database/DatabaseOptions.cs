using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace Magpie.Platform.Database;

/// <summary>Section <c>Magpie:Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Magpie:Database";

    /// <summary>An Npgsql connection string. Empty: SQLite in the data folder.</summary>
    public string? Postgres { get; set; }

    public bool UsesPostgres => !string.IsNullOrWhiteSpace(Postgres);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var wrong = UsesPostgres ? WhyNoConnectionString(Postgres!) : null;
        return wrong is null
            ? []
            :
            [
                new(
                    $"is no connection string: {wrong} Write it like Host=db.example.org;Database=magpie;Username=magpie;Password=…",
                    [nameof(Postgres)]
                ),
            ];
    }

    private static string? WhyNoConnectionString(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host) ? "it names no Host." : null;
        }
        catch (ArgumentException wrong)
        {
            return wrong.Message;
        }
    }
}
