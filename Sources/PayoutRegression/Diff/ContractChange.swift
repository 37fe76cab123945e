public import PayoutContract
import StrictJSON

/// One change between two contracts, how much it matters, and the evidence for that.
public struct ContractChange: Hashable, Sendable {
    /// A message that one side accepts and the other refuses; confirmed by both before it is shown.
    public struct Witness: Hashable, Sendable {
        /// The bytes: a message, or for changes of the protocol around messages a description in JSON.
        public let body: [UInt8]
        /// Whether the old contract accepts it and the new one refuses it, rather than the other way round.
        public let isRefusedByNew: Bool
        /// What the side that refuses it says.
        public let reason: String
    }

    /// What kind of change it is.
    public let kind: ChangeKind
    /// What is changed: a message such as `session/start/payout (v1)`, `rules`, `headers`, ...
    public let subject: String
    /// Which way the message travels; nil for what concerns more than messages.
    public let direction: MessageType.Direction?
    /// The place in the message as a JSON pointer, `0` for elements; or the name of a rule, a header, a transition.
    public let place: String
    /// What the old contract says there, as text.
    public let before: String?
    /// What the new contract says there.
    public let after: String?
    /// How much it matters.
    public internal(set) var changeClass: ChangeClass
    /// The evidence of a breaking or risky change.
    public internal(set) var witness: Witness?
    /// How many generated messages a compatible change survived.
    public internal(set) var survivorCount = 0
    /// Why the class is what it is, where no message says so: a clause.
    public internal(set) var note: String?
    /// Whether the file of accepted changes lists it.
    public internal(set) var isAccepted = false

    /// What was there and what is, where ``before`` and ``after`` do not say it in full: digests, which people do not read.
    var detail: String?

    /// A stable name: the kind and the place.
    public var id: String {
        "\(kind.rawValue)@\(subject)\(place.hasPrefix("/") ? place : place.isEmpty ? "" : " \(place)")"
    }

    /// Sixteen hexadecimal digits that only this change has: of its id, and all that was there before and after.
    ///
    /// It does not depend on other changes, on the order of files or on where a schema is written.
    public var fingerprint: String {
        let parts = [id, before ?? "", after ?? ""] + [detail].compactMap(\.self)
        return StableHash.hexadecimal(parts.joined(separator: "\u{0}"))
    }

    /// One sentence for people, without a full stop.
    public var summary: String {
        let what = kind.rawValue.replacingText("-", with: " ")
        switch (before, after) {
        case (let before?, let after?) where before != after: return "\(what): \(before) became \(after)"
        case (let before?, nil): return "\(what): \(before)"
        case (nil, let after?): return "\(what): \(after)"
        default: return what
        }
    }
}
