import Synchronization

/// A client that sends one request and waits for its answer, on the calling thread.
///
/// Connections are kept and shared by origin, so calls from many threads run side by side. A redirect is an answer like any
/// other and is not followed. No request is ever sent twice: an idle connection that the peer has closed, or sent something
/// on, is seen before it is used and left out; should the peer close in the moment after, the call fails with
/// ``HTTPError/Code/connectionClosed`` or ``HTTPError/Code/connectionReset``, because nobody can know then whether the
/// request was acted on.
public final class HTTPClient: Sendable {
    /// The configuration it was made with.
    public let configuration: HTTPClientConfiguration
    private let pool: ConnectionPool

    /// Creates a client; nothing is connected before the first call.
    public init(configuration: HTTPClientConfiguration = HTTPClientConfiguration()) {
        self.configuration = configuration
        pool = ConnectionPool(configuration: configuration)
    }

    deinit {
        close()
    }

    /// Sends a request and returns the answer, whatever its status.
    ///
    /// - Parameters:
    ///   - request: The request; Host, User-Agent and Content-Length are added unless they are there, and an empty target
    ///     stands for that of the URL.
    ///   - url: Where to.
    ///   - timeout: Time for this exchange in place of that of the configuration.
    ///   - fault: A broken way of sending; with an ending other than the orderly one the connection is not used again.
    /// - Throws: ``HTTPError``; `timeout` covers name resolution only between its calls, as the system's resolver takes no
    ///   deadline.
    public func send(
        _ request: HTTPRequest,
        to url: HTTPURL,
        timeout: Duration? = nil,
        fault: WireFault? = nil
    ) throws(HTTPError) -> HTTPResponse {
        let deadline = Deadline.after(timeout ?? configuration.timeout)
        let connection = try pool.take(for: url, deadline: deadline)
        do throws(HTTPError) {
            try connection.send(request, fault: fault, deadline: deadline)
            let response = try connection.receiveResponse(deadline: deadline)
            if request.headers.lists("close", in: "connection") {
                connection.close()
            } else {
                pool.give(back: connection, keepAlive: response.headers["keep-alive"])
            }
            return response
        } catch {
            connection.close()
            throw error
        }
    }

    /// Closes the idle connections and refuses further calls; those that are running end as they would.
    public func close() {
        pool.close()
    }
}
