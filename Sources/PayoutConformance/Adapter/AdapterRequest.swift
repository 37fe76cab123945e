import HTTPWire
import PartnerSignature
public import PayoutContract
import StrictJSON

/// What an adapter is asked: one operation of a partner's own code.
public enum AdapterRequest: Hashable, Sendable {
    /// The name of an operation in the member `op`.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        /// Make a signature.
        case sign
        /// Check a signature.
        case verify
        /// Write a request to the bank.
        case encode
        /// Take a webhook.
        case receiveWebhook = "receive_webhook"
    }

    /// Make the value of `X-PARTNER-SIGN` for a body.
    case sign(body: [UInt8], privateKeyPEM: [UInt8])
    /// Check a value of `X-PARTNER-SIGN`.
    case verify(body: [UInt8], signature: String, publicKeyPEM: [UInt8])
    /// Write the body of a request to the bank.
    case encode(Operation, APIVersion, RequestInput)
    /// Take a webhook.
    case receiveWebhook(ReceivedWebhook)

    /// The name of the operation.
    public var name: Name {
        switch self {
        case .sign: .sign
        case .verify: .verify
        case .encode: .encode
        case .receiveWebhook: .receiveWebhook
        }
    }

    /// The request as a line of the protocol holds it.
    func json(id: Int) -> JSONTree {
        .object(
            [
                .init(name: "id", value: JSONTree(integerLiteral: Int64(id))),
                .init(name: "op", value: .string(name.rawValue)),
            ] + members.map { JSONTree.Member(name: $0.0, value: $0.1) }
        )
    }

    private var members: [(String, JSONTree)] {
        switch self {
        case .sign(let body, let key):
            [("body_base64", .string(Base64.encode(body))), ("private_key_pem", .pem(key))]
        case .verify(let body, let signature, let key):
            [
                ("body_base64", .string(Base64.encode(body))), ("signature", .string(signature)),
                ("public_key_pem", .pem(key)),
            ]
        case .encode(let operation, let api, let input):
            [("operation", .string(operation.path)), ("api", .string(api.rawValue)), ("input", input.json)]
        case .receiveWebhook(let webhook):
            [
                ("headers", .array(webhook.headers.fields.map { [.string($0.name), .string($0.value)] })),
                ("body_base64", .string(Base64.encode(webhook.body))), ("public_key_pem", .pem(webhook.bankKeyPEM)),
                ("orders", .array(webhook.orders.map(\.json))),
            ]
        }
    }
}

extension JSONTree {
    /// A PEM text, which is ASCII.
    fileprivate static func pem(_ bytes: [UInt8]) -> JSONTree { .string(String(decoding: bytes, as: UTF8.self)) }
}
