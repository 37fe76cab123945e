import HTTPWire
import Testing

@Suite("HTTP URL") struct URLTests {
    struct Parts: CustomTestStringConvertible, Sendable {
        let text: String
        let scheme: HTTPURL.Scheme
        let host: String
        let port: UInt16
        let target: String
        let authority: String

        var testDescription: String { text }
    }

    static let accepted = [
        Parts(text: "http://a", scheme: .http, host: "a", port: 80, target: "/", authority: "a"),
        Parts(
            text: "https://Demo.Bank131.ru/api/v1",
            scheme: .https,
            host: "demo.bank131.ru",
            port: 443,
            target: "/api/v1",
            authority: "demo.bank131.ru"
        ),
        Parts(
            text: "HTTP://127.0.0.1:8131/x?y=%20",
            scheme: .http,
            host: "127.0.0.1",
            port: 8_131,
            target: "/x?y=%20",
            authority: "127.0.0.1:8131"
        ),
        Parts(text: "http://[::1]:80/", scheme: .http, host: "::1", port: 80, target: "/", authority: "[::1]"),
        Parts(text: "https://[::1]:80", scheme: .https, host: "::1", port: 80, target: "/", authority: "[::1]:80"),
        Parts(text: "http://a?x=1", scheme: .http, host: "a", port: 80, target: "/?x=1", authority: "a"),
        Parts(text: "http://a:/b", scheme: .http, host: "a", port: 80, target: "/b", authority: "a"),
        Parts(text: "http://a/../b//c", scheme: .http, host: "a", port: 80, target: "/../b//c", authority: "a"),
    ]

    @Test(arguments: accepted)
    func `takes a URL apart`(_ parts: Parts) throws {
        let url = try HTTPURL(parts.text)
        #expect(url.scheme == parts.scheme)
        #expect(url.host == parts.host)
        #expect(url.port == parts.port)
        #expect(url.target == parts.target)
        #expect(url.authority == parts.authority)
    }

    @Test(arguments: [
        ("", 0), ("a", 0), ("ftp://a", 0), ("http:/a", 0), ("http://", 7), ("http:///a", 7), ("http://:80", 7),
        ("http://u:p@a", 10), ("http://a b", 8), ("http://a:x", 9), ("http://a:0", 9), ("http://a:65536", 9),
        ("http://a:-1", 9), ("http://[::1", 7), ("http://[]", 8), ("http://[a]", 8), ("http://[::1]x", 12),
        ("http://[fe80::1%25eth0]", 8), ("http://a/ b", 9), ("http://a/é", 9), ("http://a/\r\nX: 1", 9),
        ("http://a/#f", 9), ("http://a\0", 8), ("http://пример", 7), (" http://a", 0),
    ])
    func `refuses what is no URL, at the byte that is wrong`(_ text: String, _ offset: Int) {
        let error = #expect(throws: HTTPError.self) { try HTTPURL(text) }
        #expect(error?.code == .invalidURL)
        #expect(error?.offset == offset)
    }

    @Test func `appends a path with one slash between`() throws {
        #expect(try HTTPURL("http://a").appending(path: "api/v1").description == "http://a/api/v1")
        #expect(try HTTPURL("http://a/base/?q").appending(path: "/api").description == "http://a/base/api")
    }

    @Test func `knows this machine`() throws {
        #expect(try HTTPURL("http://localhost:1").isLoopback)
        #expect(try HTTPURL("http://127.9.0.1").isLoopback)
        #expect(try HTTPURL("http://[::1]").isLoopback)
        #expect(try !HTTPURL("http://example.test").isLoopback)
        #expect(try !HTTPURL("http://127.evil.test").isLoopback)
    }
}
