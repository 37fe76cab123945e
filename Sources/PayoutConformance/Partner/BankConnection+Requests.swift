import HTTPWire
import PartnerSignature
import PayoutContract

extension BankConnection {
    /// A right request: POST, the headers of the bank's pages, and the signature of exactly these bytes.
    ///
    /// An operation that the version does not have is called in the other one.
    func request(
        _ operation: Operation,
        bytes: [UInt8],
        api: APIVersion = .v1
    ) throws(KeyError) -> HTTPRequest {
        let api = operation.versions.contains(api) ? api : api.other
        return HTTPRequest(
            method: "POST",
            target: target.url.appending(path: "api/\(api.rawValue)/\(operation.path)").target,
            headers: [
                "Content-Type": "application/json",
                PartnerHeader.project: target.project,
                PartnerHeader.signature: try target.partnerKey.sign(bytes),
            ],
            body: bytes
        )
    }
}

/// The names of the bank's own header fields (reference/format).
enum PartnerHeader {
    static let project = "X-PARTNER-PROJECT"
    static let signature = "X-PARTNER-SIGN"
}
