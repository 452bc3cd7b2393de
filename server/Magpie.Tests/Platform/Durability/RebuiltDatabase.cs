using System.Security.Cryptography;
using Magpie.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Magpie.Tests.Platform.Durability;

/// <summary>The rows that a server would find after a power cut, and the originals beside them.</summary>
internal sealed class RebuiltDatabase : IDisposable
{
    private readonly Remains remains;
    private readonly string data;
    private readonly TestFolder folder = new();
    private readonly SqliteConnection connection;

    /// <param name="data">Where in it the server's data lie.</param>
    public RebuiltDatabase(Remains remains, string data)
    {
        (this.remains, this.data) = (remains, data);
        foreach (var name in (string[])["magpie.db", "magpie.db-wal", "magpie.db-journal"])
        {
            remains.File($"{data}/{name}")?.SaveAs(Path.Combine(folder.Path, name));
        }

        connection = new($"Data Source={Path.Combine(folder.Path, "magpie.db")};Pooling=False");
        connection.Open();
        Soundness = Ask("PRAGMA synchronous = OFF; PRAGMA integrity_check");
        HasSchema = Ask("SELECT count(*) FROM sqlite_master WHERE name = 'Assets'") is "1";
    }

    /// <summary><c>ok</c>, or what is damaged.</summary>
    public string? Soundness { get; }

    /// <summary>No: the first start had not come to an end.</summary>
    public bool HasSchema { get; }

    /// <summary>Rows whose original is not there or holds other bytes than they say.</summary>
    public IEnumerable<string> RowsWithoutTheirBytes()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"OriginalKey\", \"Sha256\", \"Name\" FROM \"Assets\"";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (HashOf(rows.GetString(0)) is var found && found != rows.GetString(1))
            {
                yield return $"{rows.GetString(2)}: its row is there, its bytes {(found is null ? "are gone" : "are others")}";
            }
        }
    }

    /// <summary>Both its row and its bytes.</summary>
    public bool Holds(Guid asset, byte[] bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Ask("SELECT \"Sha256\" FROM \"Assets\" WHERE \"Id\" = $0", asset) == sha256
            && HashOf(Ask("SELECT \"OriginalKey\" FROM \"Assets\" WHERE \"Id\" = $0", asset)!) == sha256;
    }

    /// <summary>The first value that a statement finds, as text; null where that is NULL or there is none.</summary>
    /// <param name="parameters"><c>$0</c> and so on.</param>
    public string? Ask(string sql, params object[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", parameters[i] is Guid id ? id.ToByteArray(bigEndian: true) : parameters[i]);
        }

        return command.ExecuteScalar() is { } value and not DBNull
            ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }

    private string? HashOf(string key) => remains.File($"{data}/blobs/{key}")?.Sha256;
}
