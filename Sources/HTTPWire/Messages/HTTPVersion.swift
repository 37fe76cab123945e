/// The version of the protocol that a message names.
public enum HTTPVersion: Hashable, Sendable {
    /// HTTP/1.0: the connection ends with the answer unless both sides say keep-alive.
    case http10
    /// HTTP/1.1, or a later minor version, which RFC 9110 section 2.5 reads as HTTP/1.1.
    case http11
}
