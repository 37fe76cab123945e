import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import Synchronization

extension ReferenceShop {
    /// Calls the bank about a session.
    @discardableResult
    func call(_ operation: PayoutContract.Operation, _ sessionID: String) -> BankAnswer? {
        var input = RequestInput()
        input.sessionID = sessionID
        var api = books.withLock { $0.values.first { $0.order.sessionID == sessionID }?.order.api } ?? .v1
        if has(.mixesVersions) { api = api == .v1 ? .v2 : .v1 }
        guard let body = try? reference.body(of: operation, api: api, input: input) else { return nil }
        return post(operation.path, body, api: api, key: nil)
    }

    /// Asks for a refund, which there is none of for a payout.
    func refund(_ sessionID: String) {
        _ = post("session/refund", JSONWriter().write(["session_id": .string(sessionID)]), api: .v1, key: nil)
    }

    /// Calls the bank about an order.
    func call(_ operation: PayoutContract.Operation, of order: PartnerOrder, key: String?) -> BankAnswer? {
        let api = has(.callsV1) ? .v1 : order.api
        let input = RequestInput(of: order, for: operation)
        guard let body = try? reference.body(of: operation, api: api, input: input) else { return nil }
        let path = has(.inventsPaths) ? "payments/create" : operation.path
        return post(path, spoil(body, of: order), api: api, key: has(.sendsNoIdempotencyKey) ? nil : key)
    }

    private func post(_ path: String, _ body: [UInt8], api: APIVersion, key: String?) -> BankAnswer? {
        var request = HTTPRequest(
            method: has(.callsByPut) ? "PUT" : "POST",
            target: "/api/\(api.rawValue)/\(path)",
            headers: ["Content-Type": has(.sendsForms) ? "application/x-www-form-urlencoded" : "application/json"],
            body: body
        )
        if !has(.namesNoProject) { request.headers.add(PartnerHeader.project, project) }
        if let signature = signature(of: request) { request.headers.add(PartnerHeader.signature, signature) }
        if let key { request.headers.add("X-PARTNER-IDEMPOTENCY-KEY", key) }
        if has(.inventsHeaders) { request.headers.add("Authorization", "Signature keyId=1") }
        if has(.callsFromBrowsers) { request.headers.add("Origin", "https://shop.example") }
        return send(request)
    }

    private func signature(of request: HTTPRequest) -> String? {
        if has(.signsNothing) { return nil }
        var bytes = request.body
        if has(.signsOtherBytes) { bytes.append(0x0A) }
        if has(.signsThePath) { bytes = Array("POST \(request.target)\n".utf8) + bytes }
        let other = try? VectorSet.embedded.key(named: "public-test-key-other.pem")
        let key = has(.signsWithAnotherKey) ? other.flatMap { try? PrivateKey(pem: $0) } : partnerKey
        guard let signature = try? key?.sign(bytes) else { return nil }
        if has(.cutsSignatures) { return String(signature.prefix(signature.utf8.count / 8 * 4)) }
        if has(.signsInHexadecimal), let raw = try? Base64.decode(signature) {
            return Hexadecimal.encode(raw)
        }
        return signature
    }

    /// Makes a body wrong, as the faults say.
    private func spoil(_ body: [UInt8], of order: PartnerOrder) -> [UInt8] {
        guard !faults.isEmpty, var tree = try? JSONTree(parsing: body) else { return body }
        for fault in faults.sorted(by: { $0.rawValue < $1.rawValue }) { tree.spoil(fault, order) }
        var bytes = JSONWriter().write(tree)
        if has(.sendsBrokenJSON) { bytes.insert(UInt8(ascii: ","), at: bytes.count - 1) }
        if has(.sendsLatin1), let index = bytes.firstIndex(where: { $0 >= 0x80 }) { bytes[index] = 0xFF }
        return bytes
    }
}

extension JSONTree {
    fileprivate mutating func spoil(_ fault: ShopFault, _ order: PartnerOrder) {
        let amount = order.amount
        let instrument = self["payment_method"] == nil ? "payout_details" : "payment_method"
        switch fault {
        case .sendsRoubles: self["amount_details"]?["amount"] = JSONTree(integerLiteral: max(1, amount / 100))
        case .sendsAmountsAsText: self["amount_details"]?["amount"] = .string(String(amount))
        case .sendsNegativeAmounts: self["amount_details"]?["amount"] = JSONTree(integerLiteral: -amount)
        case .rounds: self["amount_details"]?["amount"] = JSONTree(integerLiteral: amount / 100 * 100)
        case .leavesAmountOut: self["amount_details"]?["amount"] = nil
        case .changesCurrency: self["amount_details"]?["currency"] = "usd"
        case .writesCurrencyNames: self["amount_details"]?["currency"] = "roubles"
        case .changesMetadata: self["metadata"] = .string(order.orderID + " paid by the shop")
        case .flattensMetadata:
            if let metadata = self["metadata"], metadata.string == nil {
                self["metadata"] = .string(String(decoding: JSONWriter().write(metadata), as: UTF8.self))
            }
        case .transliterates:
            let letters = order.recipientFullName.unicodeScalars.map { $0.isASCII ? $0 : "x" }
            setName(.string(String(String.UnicodeScalarView(letters))))
        case .changesName: setName(.string(order.recipientFullName.lowercased()))
        case .sendsNumbersForText: setName(131)
        case .namesNobody: self["participant_details"]?["recipient"] = [:]
        case .sendsCardNumbers: setHash("4242424242424242", instrument)
        case .sendsBlankHashes: setHash("63191fa1 7cc7edf8", instrument)
        case .sendsUnknownTypes: self[instrument]?["type"] = "cheque"
        case .mixesInstruments: self[instrument]?["card"] = nil
        default: break
        }
    }

    private mutating func setName(_ name: JSONTree) {
        self["participant_details"]?["recipient"]?["full_name"] = name
    }

    private mutating func setHash(_ hash: JSONTree, _ instrument: String) {
        self[instrument]?["card"]?["encrypted_card"]?["number_hash"] = hash
    }
}
