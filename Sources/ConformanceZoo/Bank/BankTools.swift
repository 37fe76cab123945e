import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

/// What a broken bank needs to be broken on purpose: the keys of both sides, and a way to the bank behind it.
struct BankTools: Sendable {
    let client: HTTPClient
    let bankURL: HTTPURL
    let project: String
    let partnerKey: PrivateKey
    let bankKey: PrivateKey

    init(bankURL: HTTPURL, project: String) throws {
        client = HTTPClient()
        self.bankURL = bankURL
        self.project = project
        partnerKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        bankKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
    }

    /// Whether the request carries the partner's signature of its body.
    func isRightlySigned(_ request: HTTPRequest) -> Bool {
        partnerKey.publicKey.verify(request.headers["X-PARTNER-SIGN"] ?? "", over: request.body).isValid
    }

    /// The request with another body and the partner's signature of it.
    func signed(_ request: HTTPRequest, _ body: [UInt8]) throws -> HTTPRequest {
        var request = request
        request.body = body
        request.headers["X-PARTNER-SIGN"] = try partnerKey.sign(body)
        return request
    }

    /// The webhook with another body and the bank's signature of it.
    func signedByBank(_ request: HTTPRequest, _ body: [UInt8]) throws -> HTTPRequest {
        var request = request
        request.body = body
        request.headers["X-PARTNER-SIGN"] = try bankKey.sign(body)
        return request
    }

    /// What the bank behind answers.
    func forward(_ request: HTTPRequest) throws -> HTTPResponse {
        var request = request
        request.dropFraming()
        var response = try client.send(request, to: bankURL)
        for name in ["Content-Length", "Connection", "Date", "Transfer-Encoding"] { response.headers.remove(name) }
        return response
    }

    /// What the bank behind answers to a right request.
    func ask(_ operation: String, _ body: JSONTree) throws -> HTTPResponse {
        let request = HTTPRequest(
            method: "POST",
            target: "/api/v1/\(operation)",
            headers: ["Content-Type": "application/json", "X-PARTNER-PROJECT": project]
        )
        return try forward(signed(request, JSONWriter().write(body)))
    }

    /// What `session/status` says of the session that a request names.
    func status(_ request: HTTPRequest) throws -> HTTPResponse {
        let id = try JSONTree(parsing: request.body)["session_id"] ?? ""
        return try ask("session/status", ["session_id": id])
    }
}

extension HTTPRequest {
    /// Takes off the fields that belong to one connection, so that the request can be sent on another.
    mutating func dropFraming() {
        for name in ["Content-Length", "Connection", "Host", "Transfer-Encoding", "User-Agent"] { headers.remove(name) }
    }

    /// The operation that the path names.
    var operation: String { String(target.dropFirst("/api/v1/".count)) }
}
