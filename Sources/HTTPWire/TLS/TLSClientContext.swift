/// Trust and protocol settings that the client's connections share.
final class TLSClientContext: Sendable {
    init(trust: HTTPClientConfiguration.Trust) throws(HTTPError) {
        throw HTTPError(.tlsConfiguration, "https is not available yet")
    }

    func connect(_ descriptor: Int32, host: String, deadline: Deadline) throws(HTTPError) -> Transport {
        throw HTTPError(.tlsConfiguration, "https is not available yet")
    }
}
