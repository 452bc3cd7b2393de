using System.Reflection;
using System.Runtime.CompilerServices;
using Magpie.Core.Networks;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Web;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>
/// The web says what the server refuses and judges in other languages, by code and members. What those are stands in two files that the
/// web's tests read as well: whoever tells something new, or leaves something out, is asked to say it there.
/// </summary>
[RunsOnce]
public sealed class RefusalSampleTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] Surfaces =
    [
        "instagram.feed",
        "tiktok.photo",
        "youtube.video",
        "x.post",
        "bluesky.post",
        "mastodon.post",
    ];

    [Fact]
    public void Every_refusal_that_is_written_as_one_stands_in_refusals_json()
    {
        var told = typeof(RuleViolation).Assembly.GetTypes().SelectMany(TellingOf).ToList();

        Assert.True(told.Count > 100, $"Only {told.Count} were found.");
        AssertNone(RefusalSample.LackingIn("refusals.json", told));
    }

    [Fact]
    public void Every_code_has_its_line()
    {
        var lines = RefusalSample.Read("refusals.json").Select(sample => sample.Code).ToHashSet();
        Assert.Empty(RefusalCodeTests.Table.Except(lines));
        Assert.Empty(lines.Except(RefusalCodeTests.Table));
        // "other" is what nobody knows, and stays as the sentence says it.
        Assert.Equal(
            FieldErrors.Codes.Except(["other"]).Order(),
            RefusalSample.Read("field-errors.json").Select(sample => sample.Code).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("The Name field is required.", "required", null, null)]
    [InlineData("The field Email must be a string with a maximum length of 256.", "length", null, 256)]
    [InlineData("The field Name must be a string with a minimum length of 2 and a maximum length of 9.", "length", 2, 9)]
    [InlineData("The field Except must be a string or array type with a maximum length of '2000'.", "length", null, 2000)]
    [InlineData("Use 10 to 200 characters.", "length", 10, 200)]
    [InlineData("Passwords must be at least 10 characters.", "length", 10, null)]
    [InlineData("The Email field is not a valid e-mail address.", "email", null, null)]
    [InlineData("The field limit must be between 1 and 200.", "between", 1, 200)]
    [InlineData("Use no line breaks or other control characters.", "one-line", null, null)]
    [InlineData("It glows.", "other", null, null)]
    public void What_is_wrong_with_a_field_has_a_code_with_its_numbers(string sentence, string code, int? min, int? max) =>
        Assert.Equal(new FieldError(code, min, max), FieldErrors.Of(sentence));

    [Fact]
    public void Every_sentence_of_a_fit_stands_in_reasons_json()
    {
        var catalog = NetworkRules.Load(null);
        var told =
            from spec in Specs()
            from verdict in catalog.VerdictsOf(spec)
            from reason in verdict.Reasons
            select RefusalSample.Of(reason.Code, reason.Members);

        AssertNone(RefusalSample.LackingIn("reasons.json", told));
    }

    [Fact]
    public void Every_line_of_a_checklist_stands_in_reasons_json()
    {
        var checklist = new PostChecklist(NetworkRules.Load(null));
        var told =
            from key in (string[])["", .. Surfaces]
            from media in Strips()
            from text in (string[])["", "A sail", "#sea", "https://magpie.test/" + new string('a', 70), Long]
            let post = new Post
            {
                GroupId = Guid.Empty,
                ProfileId = Guid.Empty,
                CreatedById = Guid.Empty,
                CreatedAt = DateTime.UnixEpoch,
                Surface = key,
                Caption = text,
                FirstComment = text,
                Title = text.Length == 6 ? "<" : text,
            }
            let profile = ProfileOf(key)
            from line in checklist.Of(post, profile, media)
            select RefusalSample.Of(line.Code, line.Members);

        AssertNone(RefusalSample.LackingIn("reasons.json", told));
    }

    private static void AssertNone(string lacking) => Assert.True(lacking is "", $"These lines are missing:\n{lacking}");

    private static string Long => new string('é', 6_000) + string.Concat(Enumerable.Range(0, 31).Select(i => $" #tag{i}"));

    private static IEnumerable<MediaSpec> Specs() =>
        from format in Enum.GetValues<MediaFormat>()
        from size in ((int, int)[])[(10, 10), (100, 3_000), (3_000, 100), (9_000, 9_000), (1_500, 1_500), (1_080, 1_920), (1_920, 1_080)]
        from seconds in (double[])[0.2, 20, 100_000]
        from rate in (double[])[1, 30, 240]
        from bytes in (long[])[1, 1_000_000, 1_000_000_000_000]
        from codec in (string[])["h264", "prores"]
        let video = format.Kind() is MediaKind.Video
        where video || (seconds is 20 && rate is 30 && codec == "h264")
        select new MediaSpec(
            format,
            bytes,
            size.Item1,
            size.Item2,
            video ? seconds : null,
            video ? rate : null,
            video ? codec : null,
            video ? (codec == "h264" ? "aac" : "pcm_s16le") : null
        );

    private static IEnumerable<CheckedMedia[]> Strips()
    {
        var picture = Media(new(MediaFormat.Jpeg, 1_000_000, 1_080, 1_350));
        var video = Media(new(MediaFormat.Mp4, 20_000_000, 1_080, 1_920, 20, 30, "h264", "aac"));
        yield return [];
        yield return [picture];
        yield return [video];
        yield return [picture, video];
        yield return [.. Enumerable.Repeat(picture, 40)];
        yield return [picture with { AltText = null }, picture with { AltText = Long }];
        yield return
        [
            picture with
            {
                IsTrashed = true,
            },
            .. Enum.GetValues<AssetStatus>().Select(status => picture with { Status = status }),
        ];
        yield return [Media(new(MediaFormat.Gif, 1_000_000, 1_080, 1_350, 2, Animated: true))];
        yield return [Media(new(MediaFormat.Jpeg, 1_000_000, 100, 3_000))];
    }

    private static CheckedMedia Media(MediaSpec spec) =>
        new(Guid.Empty, "sunrise.jpg", AssetStatus.Ready, IsTrashed: false, spec, "A sail", Crop: null, Trim: null);

    private static Profile ProfileOf(string surface)
    {
        var profile = new Profile
        {
            GroupId = Guid.Empty,
            Network = Enum.Parse<Network>(surface is "" ? "instagram" : surface.Split('.')[0], ignoreCase: true),
            Handle = "magpie",
            CreatedAt = DateTime.UnixEpoch,
        };
        profile.Archive(DateTime.UnixEpoch);
        return profile;
    }

    /// <summary>All that a type tells without the rows of a database: its fields, and its methods of plain parameters.</summary>
    private static IEnumerable<RefusalSample> TellingOf(Type type)
    {
        if (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.ContainsGenericParameters)
        {
            return [];
        }

        var fields = type.GetFields(Any).Where(field => Tells(field.FieldType)).Select(field => field.GetValue(null));
        var methods = type.GetMethods(Any | BindingFlags.DeclaredOnly)
            .Where(method => Tells(method.ReturnType) && !method.Name.StartsWith('<') && !method.IsGenericMethod)
            // Only makes what the fields of its class are.
            .Where(method => !Array.Exists(method.GetParameters(), parameter => parameter.Name is "reason"))
            .SelectMany(Call);
        return fields.Concat(methods).Select(Refusal).OfType<RuleViolation>().Select(one => RefusalSample.Of(one.Code, one.Members));
    }

    private static bool Tells(Type type) => type == typeof(RuleViolation) || type.IsAssignableTo(typeof(MediaOutcome));

    private static RuleViolation? Refusal(object? told) =>
        told switch
        {
            RuleViolation refusal => refusal,
            MediaOutcome.Refused(var because) => because,
            MediaOutcome.Failed(var because) => because,
            MediaOutcome.Interrupted(var because) => because,
            _ => null,
        };

    private static IEnumerable<object?> Call(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => Values(parameter.ParameterType).ToList()).ToList();
        if (parameters.Exists(values => values.Count == 0))
        {
            yield break;
        }

        IEnumerable<object?[]> calls =
        [
            [],
        ];
        foreach (var values in parameters)
        {
            calls = [.. calls.SelectMany(call => values.Select(value => (object?[])[.. call, value]))];
        }

        foreach (var call in calls)
        {
            object? told = null;
            try
            {
                told = method.Invoke(null, call);
            }
            catch (TargetInvocationException)
            {
                continue; // One of the values that nothing is said of.
            }

            yield return told;
        }
    }

    /// <summary>None: only a request can give it.</summary>
    private static IEnumerable<object?> Values(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Values(inner)
        : type.IsEnum ? Enum.GetValues(type).Cast<object?>()
        : type == typeof(string) ? ["sunrise.jpg"]
        : type == typeof(bool) ? [true, false]
        : type == typeof(int) ? [3]
        : type == typeof(long) ? [3L]
        : type == typeof(TimeSpan) ? [TimeSpan.FromSeconds(90)]
        : type == typeof(StructureLimits) ? [StructureLimits.Default]
        : type == typeof(RuleViolation) ? [RuleViolation.NotFound]
        : [];
}
