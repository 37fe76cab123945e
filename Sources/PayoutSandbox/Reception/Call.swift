import HTTPWire

/// What reaches the bank with one request, as far as the bank looks at it.
struct Call: Sendable {
    /// The method as written.
    var method: String
    /// The request target without its query.
    var path: String
    /// The values of every `X-PARTNER-PROJECT` field.
    var projects: [String]
    /// The values of every `X-PARTNER-SIGN` field.
    var signatures: [String]
    /// The values of every `Content-Type` field.
    var contentTypes: [String]
    /// The values of every `X-PARTNER-SUBMERCHANT` field.
    var submerchants: [String] = []
    /// The values of every `X-PARTNER-IDEMPOTENCY-KEY` field.
    var idempotencyKeys: [String] = []
    /// Every field, for those who look for what a signature was made of.
    var headers: HTTPHeaders = [:]
    /// The exact bytes of the body.
    var body: [UInt8]
}
