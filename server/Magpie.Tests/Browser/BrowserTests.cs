namespace Magpie.Tests.Browser;

/// <summary>All of them in turn, so that they share the browser and a machine of two cores.</summary>
[CollectionDefinition]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
