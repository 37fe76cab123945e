import PayoutContract
import PayoutVectors
import StrictJSON

/// Takes what the bank needs out of a body that fits the contract.
///
/// Nulls count as absent members. In the lenient profile the instrument may stand under the name of the other version.
struct RequestReader {
    let route: Route

    func read(_ body: JSONValue) throws(Refusal) -> Instruction {
        switch route.operation {
        case .token:
            let access = body.member("tokenize_widget")?.member("access")?.boolean
            return .issueToken(opensCardWidget: access == true)
        case .tokenInfo:
            return try tokenInfo(body)
        case .createSession:
            return .create(try terms(body))
        case .initPayout:
            return Instruction.initPayout(try terms(body))
        case .startPayout:
            return Instruction.startPayout(sessionID: try sessionID(body), try terms(body))
        case .confirm:
            return .confirm(sessionID: try sessionID(body))
        case .cancel:
            return .cancel(sessionID: try sessionID(body))
        case .status:
            return .status(sessionID: try sessionID(body))
        default:
            throw Refusal(.invalidRequest, status: 404, rule: "PATH.KNOWN", "This bank does not serve the operation")
        }
    }

    private func sessionID(_ body: JSONValue) throws(Refusal) -> String {
        guard let id = body.member("session_id")?.string else { throw .missing("session_id") }
        return id
    }

    private func tokenInfo(_ body: JSONValue) throws(Refusal) -> Instruction {
        if let hash = body.member("card")?.member("encrypted_card")?.member("number_hash")?.string {
            return .describeCard(numberHash: hash)
        }
        if let token = body.member("public_token")?.member("token")?.string {
            return .describeToken(token)
        }
        throw Refusal(.invalidRequest, "The sandbox knows cards by encrypted_card, and public tokens")
    }

    private func terms(_ body: JSONValue) throws(Refusal) -> PayoutTerms {
        PayoutTerms(
            numberHash: try numberHash(body),
            amount: try amount(body),
            participants: body.member("participant_details").flatMap(Self.echo),
            customer: body.member("customer").flatMap(Self.echo),
            metadata: body.member("metadata").map(\.rawBytes)
        )
    }

    private func numberHash(_ body: JSONValue) throws(Refusal) -> String? {
        let instruments = APIVersion.allCases.compactMap { version in
            body.member(WireNames(version).instrument.description)
        }
        guard let instrument = instruments.first else { return nil }
        guard let hash = instrument.member("card")?.member("encrypted_card")?.member("number_hash")?.string else {
            throw Refusal(.invalidRequest, "The sandbox pays to cards by encrypted_card")
        }
        return hash
    }

    private func amount(_ body: JSONValue) throws(Refusal) -> Money? {
        guard let details = body.member("amount_details") else { return nil }
        guard let amount = details.member("amount")?.number, let currency = details.member("currency")?.string else {
            throw Refusal(.invalidRequest, "amount_details needs amount and currency")
        }
        return Money(digits: amount.literal, currency: currency)
    }

    // MARK: Echo

    /// An object as it was written, or without its nulls where it has some: the bank never sends null.
    ///
    /// Nil for anything else, such as the empty array that PHP writes for an empty object.
    private static func echo(_ value: JSONValue) -> [UInt8]? {
        guard value.kind == .object else { return nil }
        guard hasNull(value) else { return value.rawBytes }
        return JSONWriter().write(withoutNulls(JSONTree(value)))
    }

    // The depth of both is that of the document, which the text policy bounds.
    private static func hasNull(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .null: true
        case .object: value.members.contains { hasNull($0.value) }
        case .array: value.elements.contains { hasNull($0) }
        case .boolean, .number, .string: false
        }
    }

    private static func withoutNulls(_ tree: JSONTree) -> JSONTree {
        switch tree {
        case .object(let members):
            .object(
                members.filter { $0.value != .null }.map { .init(name: $0.name, value: withoutNulls($0.value)) }
            )
        case .array(let elements):
            .array(elements.filter { $0 != .null }.map(withoutNulls))
        case .null, .boolean, .number, .string:
            tree
        }
    }
}

extension JSONValue {
    /// The member of that name unless it is null.
    fileprivate func member(_ name: String) -> JSONValue? {
        guard let value = self[name], !value.isNull else { return nil }
        return value
    }
}
