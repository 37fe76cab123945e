package import PayoutContract
package import PayoutVectors
import StrictJSON

/// Every revision's verdict on every case of a set of vectors.
package struct RevisionHistory: Sendable {
    /// The revisions, the oldest first.
    package let revisions: [String]
    /// The cases that are messages, by their ids.
    package let trials: [String: MessageTrial]
    /// The cases that are gone for a stated reason.
    package let retired: Set<String>
    private let contracts: [Contract]
    /// For each revision the messages that it judges as the one after it: nothing that their schemas reach has changed.
    private let unchanged: [Set<MessageType>]

    /// Undoes the history.
    ///
    /// - Throws: an error when a file is wrong, or an edit of the history finds nothing to do.
    package init(_ vectors: VectorSet) throws(ContractError) {
        let history = try Self.reading { () throws(VectorError) in Array(try vectors.history().reversed()) }
        let trials = try Self.reading { () throws(VectorError) in try vectors.cases() }.compactMap(MessageTrial.init)
        retired = try Self.reading { () throws(VectorError) in try vectors.retiredIDs() }
        revisions = history.map(\.revision)
        self.trials = Dictionary(trials.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var contracts: [Contract] = []
        for step in history { contracts.append(try Contract(vectors: step.vectors)) }
        self.contracts = contracts
        let types = Set(trials.map(\.type))
        var unchanged: [Set<MessageType>] = []
        for (old, new) in zip(history, history.dropFirst()) {
            unchanged.append(
                try Self.reading { () throws(VectorError) in
                    try Self.unchanged(types, from: old.vectors, to: new.vectors)
                }
            )
        }
        self.unchanged = unchanged + [[]]
    }

    private static func reading<Value>(_ body: () throws(VectorError) -> Value) throws(ContractError) -> Value {
        do throws(VectorError) {
            return try body()
        } catch {
            throw ContractError(error)
        }
    }

    private static func unchanged(
        _ types: Set<MessageType>,
        from old: VectorSet,
        to new: VectorSet
    ) throws(VectorError) -> Set<MessageType> {
        func isSame(_ path: String) -> Bool { old.bytes(at: path) == new.bytes(at: path) }
        guard isSame("rules.json") else { return [] }
        var unchanged: Set<MessageType> = []
        for type in types where new.hasSchema(type.schemaURI) {
            let uris = try new.schemaDocuments(reachableFrom: type.schemaURI).compactMap { $0.root["$id"]?.string }
            if uris.allSatisfy({ isSame(SchemaPlace(uri: $0, pointer: .root).path) }) { unchanged.insert(type) }
        }
        return unchanged
    }

    /// The verdicts on a case, the oldest revision's first.
    ///
    /// - Throws: an error when a contract can't be used.
    package func verdicts(on trial: MessageTrial) throws(ContractError) -> [RevisionVerdict] {
        var verdicts: [RevisionVerdict] = []
        for index in contracts.indices.reversed() {
            if unchanged[index].contains(trial.type), let last = verdicts.last {
                verdicts.append(last)
            } else {
                verdicts.append(try RevisionVerdict(of: contracts[index], on: trial))
            }
        }
        return verdicts.reversed()
    }
}
