using Magpie.Model.Media;

namespace Magpie.Features.Library;

/// <summary>The names in a ZIP: two files with the same name would overwrite each other when unpacked.</summary>
internal sealed class ZipNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    // Numbered by the full name, however much of it is cut to make room for the number; otherwise each shortened name would start at two
    // again.
    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    public string Take(string name)
    {
        if (taken.Add(DownloadName.Identity(name)))
        {
            return name;
        }

        var series = DownloadName.Identity(DownloadName.Numbered(name, 2));
        for (var number = next.GetValueOrDefault(series, 2); ; number++)
        {
            var own = DownloadName.Numbered(name, number);
            if (taken.Add(DownloadName.Identity(own)))
            {
                next[series] = number + 1;
                return own;
            }
        }
    }
}
