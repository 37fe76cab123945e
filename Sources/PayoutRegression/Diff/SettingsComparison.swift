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
                change.note = "the bank sends no code that it did not send"
                return change
            }
        return added + removed
    }

    private func signatureChanges() -> [ContractChange] {
        Set(old.signature.keys).union(new.signature.keys).sorted()
            .compactMap { name in
                let (before, after) = (old.signature[name], new.signature[name])
                return before == after ? nil : signatureChange(name, before, after)
            }
    }

    private func signatureChange(_ name: String, _ before: String?, _ after: String?) -> ContractChange {
        var change = change(.signatureSettingChanged, "signature", name, before, after, .breaking)
        if Self.isWider(name, before, after) {
            change.changeClass = .compatible
            change.note = "every size that was allowed still is"
        } else if let before {
            change.witness = ContractChange.Witness(
                body: JSONWriter.compact.write(["signature": .object([.init(name: name, value: .string(before))])]),
                isRefusedByNew: true,
                reason: "\(name) is \(after ?? "not said")"
            )
        } else {
            change.changeClass = .undecided
        }
        return change
    }

    /// Whether a limit lets everything pass that it let pass before.
    private static func isWider(_ name: String, _ before: String?, _ after: String?) -> Bool {
        guard let first = before.flatMap({ Int($0) }), let second = after.flatMap({ Int($0) }) else { return false }
        return name.hasPrefix("minimum") && second <= first || name.hasPrefix("maximum") && second >= first
    }

    private func bodyChanges() -> [ContractChange] {
        Set(old.body.keys).union(new.body.keys).sorted()
            .filter { old.body[$0] != new.body[$0] }
            .map { change(.bodyEncodingChanged, "bodies", $0, old.body[$0], new.body[$0], .documentation) }
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
