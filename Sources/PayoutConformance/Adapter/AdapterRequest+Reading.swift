import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// A request that an adapter can't carry out as it came; the text says why, as a clause.
struct AdapterRequestError: Error, Hashable, Sendable {
    let reason: String
}

extension AdapterRequest {
    /// Reads a request of the protocol, or returns nil when its `op` is not one of the four.
    ///
    /// - Throws: `AdapterRequestError` when a member is missing or of the wrong kind.
    static func reading(_ value: JSONValue) throws(AdapterRequestError) -> AdapterRequest? {
        guard let name = value["op"]?.string.flatMap(Name.init(rawValue:)) else { return nil }
        switch name {
        case .sign:
            return .sign(body: try body(value), privateKeyPEM: try pem("private_key_pem", value))
        case .verify:
            return .verify(
                body: try body(value),
                signature: try text("signature", value),
                publicKeyPEM: try pem("public_key_pem", value)
            )
        case .encode:
            return try encode(value)
        case .receiveWebhook:
            return .receiveWebhook(
                ReceivedWebhook(
                    headers: try headers(value),
                    body: try body(value),
                    bankKeyPEM: try pem("public_key_pem", value),
                    orders: (value["orders"]?.elements).map { $0.compactMap(PartnerOrder.init) } ?? []
                )
            )
        }
    }

    private static func encode(_ value: JSONValue) throws(AdapterRequestError) -> AdapterRequest {
        let path = try text("operation", value)
        guard let operation = Operation(path: path) else {
            throw AdapterRequestError(reason: "there is no operation \(path)")
        }
        guard let api = APIVersion(rawValue: try text("api", value)) else {
            throw AdapterRequestError(reason: "api is neither v1 nor v2")
        }
        guard let input = value["input"] else { throw AdapterRequestError(reason: "input is missing") }
        return .encode(operation, api, RequestInput(input))
    }

    private static func headers(_ value: JSONValue) throws(AdapterRequestError) -> HTTPHeaders {
        guard let list = value["headers"], list.kind == .array else {
            throw AdapterRequestError(reason: "headers is missing or no list")
        }
        var headers = HTTPHeaders()
        for pair in list.elements {
            guard pair.count == 2, let name = pair[0]?.string, let content = pair[1]?.string else {
                throw AdapterRequestError(reason: "headers holds something that is no pair of name and value")
            }
            headers.add(name, content)
        }
        return headers
    }

    private static func body(_ value: JSONValue) throws(AdapterRequestError) -> [UInt8] {
        guard let bytes = try? Base64.decode(try text("body_base64", value)) else {
            throw AdapterRequestError(reason: "body_base64 is no Base64")
        }
        return bytes
    }

    private static func pem(_ name: String, _ value: JSONValue) throws(AdapterRequestError) -> [UInt8] {
        Array(try text(name, value).utf8)
    }

    private static func text(_ name: String, _ value: JSONValue) throws(AdapterRequestError) -> String {
        guard let text = value[name]?.string else {
            throw AdapterRequestError(reason: "\(name) is missing or no string")
        }
        return text
    }
}
