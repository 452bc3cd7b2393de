using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

/// <param name="Words">Each reason with what to change, in order.</param>
internal sealed record BadgeCase(string Surface, string File, Badge Badge, params string[] Words);
