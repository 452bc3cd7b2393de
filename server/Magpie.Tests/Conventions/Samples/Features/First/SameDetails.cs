namespace Magpie.Tests.Conventions.Samples.Features.First;

/// <summary>What a rule must catch: two messages of one name.</summary>
public sealed record SameDetails;
