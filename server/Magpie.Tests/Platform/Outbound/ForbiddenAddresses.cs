namespace Magpie.Tests.Platform.Outbound;

/// <summary>Addresses, and ways to write them, to which nobody may send the server.</summary>
public static class ForbiddenAddresses
{
    public static TheoryData<string> OfEveryRange =>
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1",
        "192.88.99.1", "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::93.184.215.14", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::5db8:d70e", "100::1", "100:0:0:1::1", "2001::1", "2001:0:5db8:d70e::1", "2001:2::1",
        "2001:10::1", "2001:20::1", "2001:1ff:ffff::1", "2001:db8::1", "2002:7f00:1::1", "2002:5db8:d70e::1", "2620:4f:8000::1", "3ffe::1", "3fff::1",
        "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fdff::1", "fe80::1", "fe80::1%1", "fe90::1", "feb0::1", "fec0::1", "ff02::1", "ff0e::1",
        "2606:2800:21f:cb07::1%1",
    ];

    public static TheoryData<string> OfThePublicInternet =>
    [
        "93.184.215.14", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
        "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2001:200::1", "2400::1", "2a00:1450::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e",
    ];

    /// <summary>This machine, in every notation that one reader of addresses or another understands.</summary>
    public static TheoryData<string> NotationsOfThisMachine =>
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001", "0177.0.0.1", "0177.0.0.01", "127.0.0.1.",
        "0.0.0.0", "0", "0x0", "0.0.0.0.", "localhost", "LOCALHOST", "localhost.", "a.localhost", "a.b.localhost.",
        "①②⑦.⓪.⓪.①", "１２７．０．０．１", "127。0。0。1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
        "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "[fe90::1]",
    ];

    /// <summary>Texts that are no addresses for us, whatever others make of them.</summary>
    public static TheoryData<string> Texts =>
    [
        "", "   ", "media.example/a.jpg", "//media.example/a.jpg", "/etc/passwd", "http://media.example/a.jpg", "HTTP://media.example/a.jpg", "ftp://media.example/a.jpg", "file:///etc/passwd",
        "gopher://media.example/", "data:image/png;base64,AAAA", "javascript:alert(1)", "ws://media.example/", "jar:https://media.example/!/", "https:", "https://", "https:///a.jpg",
        "https://user@media.example/", "https://user:password@media.example/", "https://@media.example/", "https://media.example@127.0.0.1/",
        "https://media.example\\@127.0.0.1/", "https:\\\\media.example\\a.jpg", "https://media.example/\r\nHost: 127.0.0.1", "https://media.example/a\0.jpg", "https://media.example/\ta.jpg",
        "https://media .example/", "https://media.example:99999/", "https://media.example:-1/", "https://[::1/", "https://media.example/\u0085", "https://media.example/" + new string('a', 3000),
    ];
}
