using System.Text.RegularExpressions;

namespace Magpie.Model.Posts.Captions;

/// <summary>Finds addresses in a text like X and Mastodon do, which both count one as 23 characters.</summary>
internal static partial class WebAddresses
{
    public const int Length = 23;

    // More labels than any real name has. Without a limit, a text of only dots and letters would take minutes.
    private const string Domain = @"(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.){1,20}";

    // Punctuation at the end belongs to the sentence; a closing bracket belongs to the path only together with its opening one.
    private const string Path = @"(?::\d+)?(?:[/?#](?:[^\s()<>""'“”‘’]*(?:\([^\s()<>]*\))?)*(?<![.,;:!?'""*]))?";

    /// <summary>Needs <c>https://</c> or <c>http://</c>.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@$#])https?://" + Domain + @"\p{L}[\p{L}\p{N}-]*" + Path,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    public static partial Regex WithProtocol();

    /// <summary>
    /// Also without a protocol, but then only with a country's or a well-known top-level domain; else every typo would be an address.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@$#./_-])(?:https?://"
            + Domain
            + @"\p{L}[\p{L}\p{N}-]*|"
            + Domain
            + @"(?:"
            + KnownEnds
            + @")(?![\p{L}\p{N}@_-]|\.[\p{L}\p{N}]))"
            + Path,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    public static partial Regex Any();

    private const string KnownEnds =
        "com|org|net|edu|gov|mil|int|info|biz|name|pro|aero|coop|museum|jobs|mobi|travel|tel|cat|asia|post|xxx|app|dev|page|blog|shop|store|online|site|website|web|tech|cloud|digital|"
        + "media|social|news|live|video|photo|photos|pics|art|design|studio|gallery|music|film|movie|tv|fm|agency|marketing|company|group|team|global|world|today|club|space|fun|game|games|"
        + "events|tickets|hotel|restaurant|cafe|bar|pizza|wine|beer|fashion|style|beauty|fitness|yoga|health|care|clinic|money|finance|bank|capital|ventures|academy|school|university|education|"
        + "berlin|hamburg|koeln|cologne|wien|paris|london|nyc|tokyo|amsterdam|barcelona|madrid|istanbul|moscow|sydney|melbourne|xyz|top|link|click|bio|how|wiki|one|ink|"
        + "a[c-gilmoqrstuwxz]|b[abd-jmnorstvwyz]|c[acdf-ik-oruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|"
        + "m[acdeghk-z]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[a-eg-orstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]";
}
