import PayoutContract
import StrictJSON

/// A description of abilities that can't be used; the text names the member.
public struct BankAbilitiesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One clause.
    public let description: String
}

extension BankAbilities {
    /// Reads a description as `vectors/schemas/kit/bank-abilities.json` has it.
    ///
    /// - Throws: `BankAbilitiesError` when it is no such description.
    public init(reading bytes: [UInt8]) throws(BankAbilitiesError) {
        let root: JSONValue
        do throws(JSONTextError) {
            root = try JSONDocument(parsing: bytes).root
        } catch {
            throw BankAbilitiesError(description: "the description is no JSON: \(error)")
        }
        guard root["format"]?.number?.int64 == 1 else { throw BankAbilitiesError(description: "format must be 1") }
        let known = ["format", "versions", "widget", "success", "failure", "returned", "retries", "idempotency"]
        if let member = root.members.first(where: { !known.contains($0.name) }) {
            throw BankAbilitiesError(description: "the member \(member.name) is not known")
        }
        self.init(
            versions: try Self.versions(root["versions"]),
            widget: try root["widget"].map { value throws(BankAbilitiesError) in try WidgetStandIn(reading: value) },
            successes: try Self.successes(root["success"]),
            failure: try root["failure"].map { value throws(BankAbilitiesError) in try Failure(reading: value) },
            returned: try Self.returned(root["returned"]),
            retriesWebhooks: try Self.flag("retries", root),
            heedsIdempotencyKeys: try Self.flag("idempotency", root)
        )
    }

    private static func versions(_ value: JSONValue?) throws(BankAbilitiesError) -> Set<APIVersion> {
        guard let value else { return Set(APIVersion.allCases) }
        let versions = value.elements.map { $0.string.flatMap(APIVersion.init(rawValue:)) }
        guard !versions.isEmpty, !versions.contains(nil) else {
            throw BankAbilitiesError(description: "versions must be a list of v1 and v2")
        }
        return Set(versions.compactMap(\.self))
    }

    private static func successes(_ value: JSONValue?) throws(BankAbilitiesError) -> [Instrument] {
        guard let value else { return [] }
        guard value.kind == .array else { throw BankAbilitiesError(description: "success must be a list of cards") }
        var cards: [Instrument] = []
        for element in value.elements {
            guard let card = Instrument(reading: element) else {
                throw BankAbilitiesError(description: "a card of success needs number_hash or card_number")
            }
            cards.append(card)
        }
        return cards
    }

    private static func returned(_ value: JSONValue?) throws(BankAbilitiesError) -> Instrument? {
        guard let value else { return nil }
        guard let card = Instrument(reading: value) else {
            throw BankAbilitiesError(description: "returned needs number_hash or card_number")
        }
        return card
    }

    private static func flag(_ name: String, _ root: JSONValue) throws(BankAbilitiesError) -> Bool {
        guard let value = root[name] else { return false }
        guard let flag = value.boolean else { throw BankAbilitiesError(description: "\(name) must be true or false") }
        return flag
    }
}

extension BankAbilities.Instrument {
    fileprivate init?(reading value: JSONValue) {
        if let hash = value["number_hash"]?.string {
            self = .numberHash(hash)
        } else if let number = value["card_number"]?.string {
            self = .cardNumber(number)
        } else {
            return nil
        }
    }
}

extension BankAbilities.Failure {
    fileprivate init(reading value: JSONValue) throws(BankAbilitiesError) {
        guard let code = value["error_code"]?.string else {
            throw BankAbilitiesError(description: "failure needs error_code, the reason that the bank gives")
        }
        if let amount = value["amount"]?.number?.int64 {
            self.init(trigger: .amount(amount), errorCode: code)
        } else if let card = BankAbilities.Instrument(reading: value) {
            self.init(trigger: .instrument(card), errorCode: code)
        } else {
            throw BankAbilitiesError(description: "failure needs one of number_hash, card_number and amount")
        }
    }
}

extension BankAbilities.WidgetStandIn {
    fileprivate init(reading value: JSONValue) throws(BankAbilitiesError) {
        guard let path = value["path"]?.string, let number = value["card_number"]?.string else {
            throw BankAbilitiesError(description: "widget needs path and card_number")
        }
        self.init(path: path, cardNumber: number)
    }
}
