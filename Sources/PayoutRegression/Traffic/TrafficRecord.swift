public import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// One exchange of recorded traffic, as one line of a journal holds it.
///
/// The sandbox's journal has the same lines: `kind` is `exchange` or `delivery`, `at` is in microseconds since 1970, bodies
/// are Base64 of the exact bytes. Lines of other kinds say nothing about messages.
public struct TrafficRecord: Hashable, Sendable {
    /// Whose address was called.
    public enum Kind: String, Hashable, Sendable {
        /// A call of the bank.
        case exchange
        /// A webhook.
        case delivery
    }

    /// Whose address was called.
    public let kind: Kind
    /// When the request was complete, in microseconds since 1970.
    public let at: Int64
    /// How long the answer took, in microseconds; nil where it was not measured.
    public let duration: Int64?
    /// The method of the request.
    public let method: String
    /// The target of the request, or of a delivery the path of the webhook address.
    public let target: String
    /// The body of the request.
    public let requestBody: [UInt8]
    /// The fields of the request's head.
    public let requestHeaders: HTTPHeaders
    /// The status of the answer; nil where there was none.
    public let status: Int?
    /// The body of the answer.
    public let answerBody: [UInt8]
    /// The fields of the answer's head.
    public let answerHeaders: HTTPHeaders

    /// Creates a record of an exchange that was seen.
    public init(
        kind: Kind,
        at: Int64,
        duration: Int64?,
        request: HTTPRequest,
        answer: HTTPResponse?
    ) {
        self.kind = kind
        self.at = at
        self.duration = duration
        method = request.method
        target = request.target
        requestBody = request.body
        requestHeaders = request.headers
        status = answer?.status
        answerBody = answer?.body ?? []
        answerHeaders = answer?.headers ?? [:]
    }

    /// The record as one line of a journal, without its end.
    public var line: [UInt8] {
        var request: JSONTree = [
            "method": .string(method), "target": .string(target), "headers": Self.tree(requestHeaders),
        ]
        request["body_base64"] = .string(Base64.encode(requestBody))
        var tree: JSONTree = ["kind": .string(kind.rawValue), "at": .number(JSONNumber(at))]
        if let duration { tree["duration"] = .number(JSONNumber(duration)) }
        tree["request"] = request
        if let status {
            tree["answer"] = [
                "status": .number(JSONNumber(status)), "headers": Self.tree(answerHeaders),
                "body_base64": .string(Base64.encode(answerBody)),
            ]
        }
        return JSONWriter.compact.write(tree)
    }

    private static func tree(_ headers: HTTPHeaders) -> JSONTree {
        .array(headers.fields.map { .array([.string($0.name), .string($0.value)]) })
    }
}
