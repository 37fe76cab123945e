public import HTTPWire

/// A proxy that hands requests to an upstream and answers back, unchanged, and shows each exchange.
///
/// It stands between a partner's client and a bank, or in front of a partner's webhook endpoint.
public final class TrafficRecorder: Sendable {
    /// Fields that belong to one connection and are not handed on (RFC 9110, section 7.6.1), and those that the codec
    /// writes itself.
    private static let ownFields = [
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "host",
        "content-length",
    ]

    /// Where the proxy listens.
    public let url: String
    private let server: HTTPServer
    private let client: HTTPClient

    /// Starts the proxy.
    ///
    /// - Parameters:
    ///   - upstream: Where requests go; their targets are put behind its path. Under https its certificate is verified.
    ///   - kind: Whether it is a bank's address or a webhook's that is recorded.
    ///   - server: Where to listen; loopback unless another host is given.
    ///   - client: How long to wait for the upstream, and whom to trust.
    ///   - now: The time in microseconds since 1970.
    ///   - take: Gets each exchange when it is over; on several threads at once.
    /// - Throws: an error when the address can't be listened on.
    public init(
        upstream: HTTPURL,
        kind: TrafficRecord.Kind,
        server configuration: HTTPServerConfiguration,
        client: HTTPClient,
        now: @escaping @Sendable () -> Int64,
        take: @escaping @Sendable (TrafficRecord) -> Void
    ) throws(HTTPError) {
        self.client = client
        server = try HTTPServer(configuration: configuration) { request, _ in
            let at = now()
            let response = Self.forward(request, to: upstream, by: client)
            take(TrafficRecord(kind: kind, at: at, duration: now() - at, request: request, answer: response.answer))
            return HTTPReply(response.answer ?? response.substitute)
        }
        url = "http://\(server.host):\(server.port)/"
    }

    /// Stops listening; exchanges that have begun end first, within a time.
    public func stop(within duration: Duration = .seconds(2)) {
        server.stop(within: duration)
        client.close()
    }

    /// The upstream's answer, or what the caller gets where there is none.
    private static func forward(
        _ request: HTTPRequest,
        to upstream: HTTPURL,
        by client: HTTPClient
    ) -> (answer: HTTPResponse?, substitute: HTTPResponse) {
        var target = String(upstream.target.prefix { $0 != "?" })
        while target.hasSuffix("/") { target.removeLast() }
        let outgoing = HTTPRequest(
            method: request.method,
            target: target + request.target,
            headers: handedOn(request.headers),
            body: request.body
        )
        do throws(HTTPError) {
            let received = try client.send(outgoing, to: upstream)
            let answer = HTTPResponse(
                status: received.status,
                reason: received.reason,
                headers: handedOn(received.headers),
                body: received.body
            )
            return (answer, answer)
        } catch {
            let status = error.code == .timeout ? 504 : 502
            let text = "payoutkit record: no answer from \(upstream.authority): \(error.sentence)\n"
            return (nil, HTTPResponse(status: status, headers: ["Content-Type": "text/plain"], body: Array(text.utf8)))
        }
    }

    private static func handedOn(_ headers: HTTPHeaders) -> HTTPHeaders {
        let kept = headers.fields.filter { field in
            !ownFields.contains(field.name.lowercased()) && !headers.lists(field.name, in: "connection")
        }
        return HTTPHeaders(kept.map { ($0.name, $0.value) })
    }
}
