import HTTPWire

/// Bounds every wait of the tests; it is never reached when all is well.
let patience = Duration.seconds(20)

/// Sends bytes as they are and returns all that comes back until the server closes.
func exchange(_ pieces: [UInt8]..., with server: HTTPServer, finish: Bool = false) throws -> String {
    let deadline = Deadline.after(patience)
    let connection = try HTTPConnection(to: server.url(), deadline: deadline)
    for piece in pieces { try connection.send(raw: piece, deadline: deadline) }
    if finish { connection.finishSending() }
    return try connection.receiveAll(deadline: deadline)
}

extension HTTPServer {
    func url(_ target: String = "/", scheme: String = "http", host: String = "127.0.0.1") throws -> HTTPURL {
        try HTTPURL("\(scheme)://\(host):\(port)\(target)")
    }
}

extension HTTPConnection {
    /// All bytes until the peer closes, as text.
    func receiveAll(deadline: Deadline) throws -> String {
        var bytes: [UInt8] = []
        while true {
            let piece = try receive(upTo: 4_096, deadline: deadline)
            if piece.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            bytes += piece
        }
    }
}

/// A server whose answer is the request's target and body.
func echoServer(
    _ configuration: HTTPServerConfiguration = HTTPServerConfiguration(addsDate: false)
) throws -> HTTPServer {
    try HTTPServer(configuration: configuration) { request, _ in
        HTTPReply(HTTPResponse(status: 200, headers: ["X-Target": request.target], body: request.body))
    }
}
