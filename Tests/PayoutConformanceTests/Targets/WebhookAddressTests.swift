import PayoutConformance
import Testing

@Suite("Address for webhooks") struct WebhookAddressTests {
    @Test(arguments: [
        ("127.0.0.1:9000", "127.0.0.1", UInt16(9_000)), ("localhost:0", "localhost", 0), ("[::1]:80", "::1", 80),
    ])
    func `HOST and PORT are read and written`(text: String, host: String, port: UInt16) {
        #expect(WebhookAddress(text) == WebhookAddress(host: host, port: port))
        #expect(WebhookAddress(text)?.description == text)
    }

    @Test(arguments: ["", ":", ":80", "localhost", "localhost:", "localhost:65536", "localhost:-1", "::1:80", "[]:80"])
    func `anything else is no address`(text: String) {
        #expect(WebhookAddress(text) == nil)
    }
}
