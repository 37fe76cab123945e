public import StrictJSON

/// All changes between two contracts, ready to be shown.
public struct ChangeReport: Sendable {
    /// What the older side is called.
    public let old: String
    /// What the newer side is called.
    public let new: String
    /// The changes, the gravest first, in the order of the contract within a class.
    public let changes: [ContractChange]
    /// What a partner's own messages say, where they were given.
    public var mine: ReplaySummary?

    /// Orders the changes, and marks those that are accepted.
    public init(old: String, new: String, changes: [ContractChange], accepted: AcceptedChanges = AcceptedChanges()) {
        self.old = old
        self.new = new
        self.changes =
            changes.map { change in
                var change = change
                change.isAccepted = accepted.contains(change)
                return change
            }
            .enumerated()
            .sorted { first, second in
                first.element.changeClass == second.element.changeClass
                    ? first.offset < second.offset : first.element.changeClass > second.element.changeClass
            }
            .map(\.element)
    }

    /// Whether a change of at least this class is there that is not accepted.
    public func fails(on level: ChangeClass) -> Bool {
        changes.contains { $0.changeClass >= level && !$0.isAccepted }
    }

    /// How many changes there are of a class.
    public func count(_ changeClass: ChangeClass) -> Int { changes.count { $0.changeClass == changeClass } }

    /// One line that says how many changes there are of each class.
    public var totals: String {
        let parts = ChangeClass.allCases.reversed()
            .compactMap { changeClass -> String? in
                let count = count(changeClass)
                return count == 0 ? nil : "\(count) \(changeClass.rawValue)"
            }
        return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
    }
}

/// Changes that people have looked at and accepted, by their fingerprints.
public struct AcceptedChanges: Sendable {
    /// Why each is accepted, by its fingerprint.
    public let reasons: [String: String]

    /// No change is accepted.
    public init() { reasons = [:] }

    /// Reads `{"format":1,"accepted":[{"fingerprint":"...","reason":"..."}]}`.
    ///
    /// Nil when the text has another form.
    public init?(_ document: JSONDocument) {
        guard document.root["format"]?.number?.int64 == 1, let list = document.root["accepted"], list.kind == .array
        else { return nil }
        var reasons: [String: String] = [:]
        for entry in list.elements {
            guard let fingerprint = entry["fingerprint"]?.string, let reason = entry["reason"]?.string else {
                return nil
            }
            reasons[fingerprint] = reason
        }
        self.reasons = reasons
    }

    func contains(_ change: ContractChange) -> Bool { reasons[change.fingerprint] != nil }

    /// The fingerprints that no change has: what was accepted is gone or has changed again.
    public func stale(in changes: [ContractChange]) -> [String] {
        let known = Set(changes.map(\.fingerprint))
        return reasons.keys.filter { !known.contains($0) }.sorted()
    }
}
