using System.Globalization;
using Magpie.Model.Media;

namespace Magpie.Bench.Seed;

/// <summary>The names of one session: a camera counts on, a person numbers the versions of a campaign.</summary>
internal sealed class SessionNames
{
    private static readonly string[] Campaigns =
    [
        "Summer campaign",
        "Winter sale",
        "Product launch",
        "Team portrait",
        "Behind the scenes",
        "Autumn lookbook",
        "Recipe of the week",
        "Customer story",
        "Open day",
        "Trade fair",
        "Black Friday",
        "Spring collection",
        "Interview",
        "Moodboard",
        "Packaging",
        "Christmas market",
        "Festival recap",
        "Giveaway",
        "Job advert",
        "Anniversary",
    ];
    private static readonly string[] Places =
    [
        "Berlin",
        "Hamburg",
        "Wien",
        "Zürich",
        "Paris",
        "Lyon",
        "Málaga",
        "København",
        "Łódź",
        "Brno",
        "Milano",
        "Lisboa",
        "Dublin",
        "Oslo",
        "Tallinn",
        "İzmir",
        "Αθήνα",
        "Київ",
        "New York",
        "São Paulo",
    ];
    private static readonly string[] Endings =
    [
        "final",
        "final v2",
        "FINAL final",
        "draft",
        "crop",
        "square",
        "story",
        "retouched",
        "no text",
        "web",
        "print",
        "copy",
    ];
    private static readonly string[] Chinese =
    [
        "夏季新品发布会",
        "北京旗舰店",
        "产品图",
        "客户故事",
        "春节海报",
        "上海展会",
        "团队合影",
        "食谱",
    ];
    private static readonly string[] Japanese =
    [
        "夏のキャンペーン",
        "東京オフィス",
        "新商品",
        "撮影の裏側",
        "お客様の声",
        "桜まつり",
        "カタログ",
    ];
    private static readonly string[] Arabic = ["حملة الصيف", "إطلاق المنتج", "صورة الفريق", "معرض دبي", "قصة عميل"];
    private static readonly string[] Emoji =
    [
        "🌞 Sunny days",
        "🎉 Party",
        "🍕 Pizza night",
        "👩‍🍳 Chef's table",
        "🏖️ Beach",
        "❤️ Thank you",
        "🚀 Launch",
    ];
    private static readonly string[] Awkward =
    [
        "100% cotton",
        "50%_off",
        "before_after",
        "what's new?",
        "C:\\export\\hero",
        "\"quoted\" title",
        "a+b (1)",
        "draft__v2",
        "it's 5 o'clock",
        "[hero] & #tag",
    ];

    private readonly Func<string> next;
    private readonly bool fromCamera;

    public SessionNames(Random random, DateTime moment)
    {
        var number = random.Next(1, 9_000);
        string Pick(string[] from) => from[random.Next(from.Length)];
        var (campaign, place) = (Pick(Campaigns), Pick(Places));
        var kind = random.Next(100);
        fromCamera = kind < 48;
        next = kind switch
        {
            < 30 => () => Text($"IMG_{number++:d4}"),
            < 40 => () => Text($"DSC{number++:d5}"),
            < 48 => () => Text($"PXL_{moment:yyyyMMdd}_{random.Next(240_000):d6}{random.Next(1_000):d3}"),
            < 78 => () => Text($"{campaign} {place} {number++ % 60:d2} {Pick(Endings)}"),
            < 82 => () => Text($"Screenshot {moment:yyyy-MM-dd} at {random.Next(24):d2}.{random.Next(60):d2}.{random.Next(60):d2}"),
            < 86 => () => Text($"{Pick(Chinese)} {number++ % 100:d2}"),
            < 90 => () => Text($"{Pick(Japanese)}_{number++ % 100:d2}"),
            < 93 => () => Text($"{Pick(Arabic)} {number++ % 100}"),
            < 96 => () => Text($"{Pick(Emoji)} {number++ % 100}"),
            < 99 => () => Text($"{Pick(Awkward)} {number++ % 100}"),
            _ => () => Text($"{random.NextInt64():x16}-{random.Next():x8}"),
        };
    }

    public string Next(MediaFormat format)
    {
        var ending = format is MediaFormat.Jpeg ? ".jpg" : $".{format.ToString().ToLowerInvariant()}";
        return next() + (fromCamera ? ending.ToUpperInvariant() : ending);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
