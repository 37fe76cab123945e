import JSONSchema
import StrictJSON

/// Mends everything that is wrong with a message but one rule.
///
/// What breaks a rule often breaks others too: another account number has another check digit, another kind of instrument
/// needs another member. Each of those is mended where it stands, and the judge says after each step whether less is wrong.
struct BreakRepair {
    private static let stepCount = 8
    /// How many ways to mend one fault are tried.
    private static let candidateCount = 12

    let judge: MessageJudge
    var repair: MessageRepair

    /// What is wrong with a message, seen from one rule.
    struct Reading {
        /// The faults of the rule; empty where it is kept.
        let own: [Fault]
        /// The faults that keep it from being the only one: of an error those that are errors, else all.
        let others: [Fault]

        init(_ faults: [Fault], rule: String) {
            own = faults.filter { $0.rule == rule }
            let isError = own.contains(where: \.isError)
            others = faults.filter { $0.rule != rule && ($0.isError || !isError) }
        }
    }

    /// The message with everything right but `rule`, which it breaks, and what is still wrong with the best one found.
    mutating func mend(_ message: JSONTree, keeping rule: String) -> (message: JSONTree, reading: Reading) {
        var current = message
        var reading = Reading(judge.faults(JSONWriter.compact.write(message)), rule: rule)
        var seen: Set<JSONTree> = [message]
        for _ in 0..<Self.stepCount where !reading.others.isEmpty && !reading.own.isEmpty {
            guard let next = step(current, reading, keeping: rule, &seen) else { break }
            (current, reading) = next
        }
        return (current, reading)
    }

    private mutating func step(
        _ message: JSONTree,
        _ reading: Reading,
        keeping rule: String,
        _ seen: inout Set<JSONTree>
    ) -> (JSONTree, Reading)? {
        for fault in reading.others {
            for candidate in candidates(for: fault, in: message) where seen.insert(candidate).inserted {
                let next = Reading(judge.faults(JSONWriter.compact.write(candidate)), rule: rule)
                let isMended = !next.others.contains { $0.rule == fault.rule && $0.pointer == fault.pointer }
                if !next.own.isEmpty, isMended, next.others.count <= reading.others.count { return (candidate, next) }
            }
        }
        return nil
    }

    private mutating func candidates(for fault: Fault, in message: JSONTree) -> [JSONTree] {
        var found: [JSONTree] = []
        let model = repair.model
        let node = model.node(at: fault.pointer)
        if let value = message[fault.pointer], !LeafCheck.keepsChecks(value, model[node]) {
            let near = NearValues.first(Self.candidateCount, near: value) { LeafCheck.keepsChecks($0, model[node]) }
            found += near.map { message.setting(fault.pointer, to: $0) }
        }
        if let document = try? JSONDocument(parsing: JSONWriter.compact.write(message)) {
            let violations = judge.schema.violations(in: document, limit: 40)
                .filter { fault.pointer.isPrefix(of: $0.instanceLocation) }
            found += violations.prefix(4).compactMap { repair.mend($0, in: message, pins: []) }
        }
        if !fault.pointer.tokens.isEmpty, message[fault.pointer] != nil {
            found += repair.builder.value(of: node).map { [message.setting(fault.pointer, to: $0)] } ?? []
            found.append(message.removing(fault.pointer))
        }
        return found
    }
}
