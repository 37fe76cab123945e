import HTTPWire
import PartnerSignature
import PayoutContract

extension BankConnection {
    /// A right request: POST, the headers of the bank's pages, and the signature of exactly these bytes.
    func request(_ operation: Operation, bytes: [UInt8]) throws(KeyError) -> HTTPRequest {
        HTTPRequest(
            method: "POST",
            target: target.url.appending(path: "api/v1/\(operation.path)").target,
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
