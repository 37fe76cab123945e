import HTTPWire
import Testing

@testable import PayoutSandbox

@Suite(
    "Pages in a browser",
    .serialized,
    .timeLimit(.minutes(10)),
    .enabled(if: Chromium.path != nil, "chromium is not installed")
)
struct BrowserTests {
    @Test func `the inspector shows calls and webhooks`() async throws {
        let bench = try SandboxBench()
        let id = try #require(try await bench.call("session/init/payout", Bodies.initPayout()).text("/session/id"))
        _ = try await bench.deliveries(count: 1)
        let document = try await Chromium.document(of: "\(bench.sandbox.url)?pause")
        #expect(document.contains("<h1>Sandbox of the payout API</h1>"))
        #expect(document.contains(id) && document.contains("ready_to_confirm") && document.contains("Send again"))
        let call = try await Chromium.document(of: "\(bench.sandbox.url)exchanges/1")
        #expect(call.contains("<td class=\"good\">valid</td>"))
        try await bench.stop()
    }

    @Test func `the widget hands the hash to the page that embeds it`() async throws {
        let bench = try SandboxBench()
        let token = try #require(
            try await bench.call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token")
        )
        let widget = "\(bench.sandbox.url)widget"
        let page =
            """
            <!DOCTYPE html><title>Shop</title><p id="hash">none</p><iframe name="widget"></iframe>
            <form method="post" action="\(widget)" target="widget"><input name="public_token" value="\(token)">
            <input name="card_number" value="4242 4242 4242 4242"></form>
            <script>
            addEventListener("message", e => {
              if (e.data.type === "payoutkit.number_hash") document.getElementById("hash").textContent = e.data.number_hash;
            });
            document.forms[0].submit();
            </script>
            """
        let shop = try HTTPServer { _, _ in
            HTTPReply(HTTPResponse(status: 200, headers: ["Content-Type": "text/html"], body: Array(page.utf8)))
        }
        let document = try await Chromium.document(of: "http://127.0.0.1:\(shop.port)/")
        let hash = String(try #require(document.split(separator: #"<p id="hash">"#).last).prefix(64))
        #expect(try await bench.call("session/init/payout", Bodies.initPayout(hash: hash)).response.status == 200)
        shop.stop(within: .zero)
        try await bench.stop()
    }

    @Test func `the widget's form opens, and its script forbids nothing that works without it`() async throws {
        let bench = try SandboxBench()
        let token = try #require(
            try await bench.call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token")
        )
        let document = try await Chromium.document(of: "\(bench.sandbox.url)widget?public_token=\(token)")
        #expect(document.contains(#"id="card-number""#) && document.contains("<button>Continue</button>"))
        try await bench.stop()
    }
}
