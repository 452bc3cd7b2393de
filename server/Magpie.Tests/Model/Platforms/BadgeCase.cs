using Magpie.Model.Platforms;

namespace Magpie.Tests.Model.Platforms;

/// <param name="Words">Each reason with what to change, in order.</param>
internal sealed record BadgeCase(string Surface, string File, Badge Badge, params string[] Words);
