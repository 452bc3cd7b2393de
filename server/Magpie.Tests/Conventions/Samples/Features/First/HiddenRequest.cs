namespace Magpie.Tests.Conventions.Samples.Features.First;

/// <summary>What a rule must catch: a message that validation would skip.</summary>
internal sealed record HiddenRequest;
