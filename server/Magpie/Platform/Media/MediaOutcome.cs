using Magpie.Model;
using Magpie.Model.Media;

namespace Magpie.Platform.Media;

/// <summary>What became of a file that was to be understood.</summary>
internal abstract record MediaOutcome
{
    /// <summary>All is well; the placeholder is a WebP of 16 px.</summary>
    internal sealed record Understood(MediaFacts Facts, byte[] Placeholder, IReadOnlyList<RenditionFile> Renditions) : MediaOutcome;

    /// <summary>The file itself is at fault; another try would end the same way.</summary>
    internal sealed record Refused(RuleViolation Because) : MediaOutcome;

    /// <summary>We are at fault, or unlucky; another try may succeed.</summary>
    internal sealed record Failed(RuleViolation Because) : MediaOutcome
    {
        /// <summary>
        /// It was given up after all the time that it may take: another try takes as long, and is for a person to ask for.
        /// </summary>
        public bool TookTooLong { get; init; }
    }

    /// <summary>Neither the file nor the decoder is at fault: somebody ended it, or the disk is full.</summary>
    internal sealed record Interrupted(RuleViolation Because) : MediaOutcome;
}

/// <summary>A file that was made, in the folder that was given for the output.</summary>
internal sealed record RenditionFile(RenditionKind Kind, string Path, string MediaType, int Width, int Height);
