import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// Writes the entries of a journal's lines.
struct EntryWriter {
    let showsSensitive: Bool

    func masked(_ bytes: [UInt8]) -> [UInt8] {
        showsSensitive ? bytes : SensitiveData.masked(bytes)
    }

    func base64(_ name: StaticString, _ bytes: [UInt8]?, to out: inout JSONOutput) {
        guard let bytes else { return }
        out.string(name, Base64.encode(masked(bytes)))
    }

    // MARK: Exchanges and deliveries

    func write(_ exchange: Exchange, to out: inout JSONOutput) {
        let peer = exchange.peer
        out.string("peer", "\(peer.address):\(peer.port)")
        out.number("connection", peer.connection)
        if let project = exchange.project { out.string("project", project) }
        if let message = exchange.message { out.string("message", message.displayName) }
        if let session = exchange.sessionID { out.string("session_id", session) }
        if let code = exchange.errorCode { out.string("error_code", code) }
        if let signature = exchange.signature { out.string("signature", signature.word) }
        out.open("findings", "[")
        for finding in exchange.findings {
            out.open()
            out.string("rule", finding.rule.rawValue)
            out.string("severity", finding.severity.rawValue)
            out.string("pointer", finding.pointer.description)
            out.string("message", finding.message)
            out.close()
        }
        out.close("]")
        out.open("request")
        out.string("method", exchange.request.method)
        out.string("target", exchange.request.target)
        out.string("head_base64", Base64.encode(head(exchange.request.rawHead)))
        base64("body_base64", exchange.request.body, to: &out)
        out.close()
        write(exchange.response, "answer", fault: exchange.fault, to: &out)
    }

    /// A head is no JSON; of it, only what looks like a card number or a key is hidden.
    private func head(_ bytes: [UInt8]) -> [UInt8] {
        showsSensitive ? bytes : Array(SensitiveData.masked(text: String(decoding: bytes, as: UTF8.self)).utf8)
    }

    private func write(_ response: HTTPResponse, _ name: StaticString, fault: WireFault?, to out: inout JSONOutput) {
        out.open(name)
        out.number("status", response.status)
        out.open("headers", "[")
        for field in response.headers.fields {
            out.open(nil, "[")
            out.string(nil, field.name)
            out.string(nil, field.value)
            out.close("]")
        }
        out.close("]")
        base64("body_base64", response.body, to: &out)
        if fault != nil { out.boolean("goes_wrong_by_order", true) }
        out.close()
    }

    func write(_ delivery: Delivery, to out: inout JSONOutput) {
        out.number("id", delivery.id)
        if let letter = delivery.letter { out.number("letter", letter) }
        out.string("type", delivery.type.name)
        out.string("project", delivery.project)
        out.string("session_id", delivery.sessionID)
        out.string("outcome", delivery.outcome.word)
        out.boolean("settled", delivery.isSettled)
        guard let attempt = delivery.attempts.last else { return }
        out.number("attempt", delivery.attempts.count)
        if let signature = attempt.signature { out.string("sign", signature) }
        base64("body_base64", attempt.changedBody ?? delivery.body, to: &out)
        switch attempt.result {
        case .answered(let status): out.number("status", status)
        case .failed(let reason): out.string("failure", reason)
        }
    }

    func write(_ letter: Letter, to out: inout JSONOutput) {
        out.open()
        out.number("letter", letter.number)
        out.string("type", letter.type.name)
        out.string("project", letter.project)
        out.string("session_id", letter.sessionID)
        out.number("due", letter.due.microseconds)
        base64("body_base64", letter.body, to: &out)
        out.close()
    }
}

extension SignatureVerdict {
    /// `valid`, or the code of the fault.
    var word: String { fault?.code.identifier ?? "valid" }
}

extension Delivery.Outcome {
    /// The outcome as a word for programs.
    var word: String {
        switch self {
        case .pending: "pending"
        case .delivered: "delivered"
        case .deliveredWithNote: "delivered_with_note"
        case .abandoned: "abandoned"
        case .unaddressed: "unaddressed"
        case .dropped: "dropped"
        }
    }
}
