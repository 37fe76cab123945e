import PayoutVectors
import StrictJSON

/// Compares error codes, signature settings and the encoding of bodies.
struct SettingsComparison {
    let old: ProtocolSettings
    let new: ProtocolSettings

    func changes() -> [ContractChange] { codeChanges() + signatureChanges() + bodyChanges() }

    private func codeChanges() -> [ContractChange] {
        let (before, after) = (Set(old.errorCodes), Set(new.errorCodes))
        let added = after.subtracting(before).sorted()
            .map { code in
                var change = change(.errorCodeAdded, "error codes", code, nil, nil, .risky)
                let body: JSONTree = ["status": "error", "error": ["code": .string(code), "description": ""]]
                change.witness = ContractChange.Witness(
                    body: JSONWriter.compact.write(body),
                    isRefusedByNew: false,
                    reason: "the old contract does not list the code"
                )
                return change
            }
        let removed = before.subtracting(after).sorted()
            .map { code in
                var change = change(.errorCodeRemoved, "error codes", code, nil, nil, .compatible)
                change.survivorCount = survivors { random in
                    // What a receiver may meet is drawn from the new list; it has to know it from the old one.
                    new.errorCodes.filter { !added.map(\.place).contains($0) }.randomElement(using: &random)
                        .map { before.contains($0) } ?? true
                }
                if change.survivorCount < Evidence.survivorCount { change.changeClass = .undecided }
                return change
            }
        return added + removed
    }

    private func signatureChanges() -> [ContractChange] {
        Set(old.signature.keys).union(new.signature.keys).sorted()
            .compactMap { name in
                let (before, after) = (old.signature[name], new.signature[name])
                guard before != after else { return nil }
                var change = change(.signatureSettingChanged, "signature", name, before, after, .breaking)
                let isMinimum = name.hasPrefix("minimum")
                if let first = before.flatMap({ Int($0) }), let second = after.flatMap({ Int($0) }),
                    let range = Self.values(keeping: first, isMinimum: isMinimum)
                {
                    let count = survivors { random in
                        let size = Int.random(in: range, using: &random)
                        return isMinimum ? size >= second : size <= second
                    }
                    if count == Evidence.survivorCount, isMinimum ? second < first : second > first {
                        change.changeClass = .compatible
                        change.survivorCount = count
                        return change
                    }
                }
                guard let before else {
                    change.changeClass = .undecided
                    return change
                }
                change.witness = ContractChange.Witness(
                    body: JSONWriter.compact.write(["signature": .object([.init(name: name, value: .string(before))])]),
                    isRefusedByNew: true,
                    reason: "\(name) is \(after ?? "not said")"
                )
                return change
            }
    }

    /// Values that keep a limit; nil where there are none.
    private static func values(keeping limit: Int, isMinimum: Bool) -> ClosedRange<Int>? {
        if isMinimum { return limit...(limit.adding(65_536) ?? .max) }
        return limit < 0 ? nil : 0...limit
    }

    private func bodyChanges() -> [ContractChange] {
        Set(old.body.keys).union(new.body.keys).sorted()
            .filter { old.body[$0] != new.body[$0] }
            .map { change(.bodyEncodingChanged, "bodies", $0, old.body[$0], new.body[$0], .documentation) }
    }

    /// How many draws in a row are let pass.
    private func survivors(_ isPassed: (inout SeededRandom) -> Bool) -> Int {
        var random = SeededRandom(seed: 131)
        for count in 0..<Evidence.survivorCount where !isPassed(&random) { return count }
        return Evidence.survivorCount
    }

    private func change(
        _ kind: ChangeKind,
        _ subject: String,
        _ place: String,
        _ before: String?,
        _ after: String?,
        _ changeClass: ChangeClass
    ) -> ContractChange {
        ContractChange(
            kind: kind,
            subject: subject,
            direction: nil,
            place: place,
            before: before,
            after: after,
            changeClass: changeClass
        )
    }
}
