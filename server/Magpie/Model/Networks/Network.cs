namespace Magpie.Model.Networks;

public enum Network
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
