package import HTTPWire
package import PartnerSignature

extension DiagnosisEvidence.Request {
    /// The parts of a request that a signature may cover by mistake.
    init(method: String, target: String, headers: HTTPHeaders) {
        self.init(method: method, target: target, headers: headers.fields.map { ($0.name, $0.value) })
    }

    /// What a message says around its body.
    package init(_ request: HTTPRequest) {
        self.init(method: request.method, target: request.target, headers: request.headers)
    }
}
