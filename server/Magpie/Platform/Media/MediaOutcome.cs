using Magpie.Model;
using Magpie.Model.Media;

namespace Magpie.Platform.Media;

/// <summary>The result of processing a file.</summary>
internal abstract record MediaOutcome
{
    /// <summary>It worked; the placeholder is a WebP of 16 px.</summary>
    internal sealed record Understood(MediaFacts Facts, byte[] Placeholder, IReadOnlyList<RenditionFile> Renditions) : MediaOutcome;

    /// <summary>The file itself is at fault; another attempt would end the same way.</summary>
    internal sealed record Refused(RuleViolation Because) : MediaOutcome;

    /// <summary>We are at fault, or unlucky; another attempt may succeed.</summary>
    internal sealed record Failed(RuleViolation Because) : MediaOutcome
    {
        /// <summary>It took all the time it may take. Another attempt would, too, so only a person may ask for one.</summary>
        public bool TookTooLong { get; init; }
    }

    /// <summary>Neither the file nor the decoder is at fault: somebody ended it, or the disk is full.</summary>
    internal sealed record Interrupted(RuleViolation Because) : MediaOutcome;
}

/// <summary>A file that was made, in the given output folder.</summary>
internal sealed record RenditionFile(RenditionKind Kind, string Path, string MediaType, int Width, int Height);
