namespace Magpie.Model.Networks;

public enum PlatformName
{
    Instagram,
    Tiktok,
    Facebook,
    X,
    Linkedin,
    Pinterest,
    Youtube,
    Threads,
    Bluesky,
    Mastodon,
}
