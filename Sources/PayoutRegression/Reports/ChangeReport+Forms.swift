import PayoutContract
public import StrictJSON

extension ChangeReport {
    /// The report for a terminal: each change that may hurt somebody, then those that can't, summed up, and the totals.
    public var text: String {
        var lines: [String] = []
        for change in changes where !change.changeClass.isHarmless {
            let place = change.place.isEmpty ? "" : " \(change.place)"
            let mark = change.isAccepted ? " (accepted)" : ""
            lines.append("\(change.changeClass.rawValue)\(mark): \(change.subject)\(place): \(change.summary)")
            if let witness = change.witness {
                lines.append("    \(witness.isRefusedByNew ? new : old) refuses: \(witness.reason)")
                lines.append("    witness: \(Self.shortened(String(decoding: witness.body, as: UTF8.self)))")
            }
            if let note = change.note { lines.append("    \(note)") }
            let way = change.direction.map { " (\($0.rawValue))" } ?? ""
            lines.append("    [\(change.fingerprint)] \(change.id)\(way)")
        }
        for changeClass in ChangeClass.allCases.reversed() where changeClass.isHarmless {
            for group in groups(of: changeClass) {
                lines.append("\(changeClass.rawValue): \(group.summary)")
                lines.append("    \(group.places)")
                if group.survivorCount > 0 {
                    lines.append("    survived by \(group.survivorCount) generated messages")
                }
            }
        }
        lines += mine?.comparisonLines ?? []
        lines.append("\(old) to \(new): \(totals)")
        return lines.joined(separator: "\n") + "\n"
    }

    private func groups(of changeClass: ChangeClass) -> [ChangeGroup] {
        ChangeGroup.groups(of: changes.lazy.filter { $0.changeClass == changeClass })
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 2_000 ? text : "\(text.prefix(2_000))... (\(text.utf8.count) bytes)"
    }

    /// The report as JSON, for programs.
    public var json: JSONTree {
        var counts: JSONTree = .object([])
        for changeClass in ChangeClass.allCases.reversed() {
            counts[changeClass.rawValue] = .number(JSONNumber(count(changeClass)))
        }
        var tree: JSONTree = [
            "format": 1, "old": .string(old), "new": .string(new), "counts": counts,
            "changes": .array(changes.map(Self.tree)),
        ]
        if let mine { tree["mine"] = mine.json }
        return tree
    }

    private static func tree(_ change: ContractChange) -> JSONTree {
        var tree: JSONTree = [
            "id": .string(change.id), "fingerprint": .string(change.fingerprint), "kind": .string(change.kind.rawValue),
            "class": .string(change.changeClass.rawValue), "subject": .string(change.subject),
            "place": .string(change.place),
        ]
        if let direction = change.direction { tree["direction"] = .string(direction.rawValue) }
        if let before = change.before { tree["before"] = .string(before) }
        if let after = change.after { tree["after"] = .string(after) }
        if let witness = change.witness {
            tree["witness"] = [
                "body": .string(String(decoding: witness.body, as: UTF8.self)),
                "refused_by": witness.isRefusedByNew ? "new" : "old", "reason": .string(witness.reason),
            ]
        }
        if change.survivorCount > 0 { tree["survived"] = .number(JSONNumber(change.survivorCount)) }
        if let note = change.note { tree["note"] = .string(note) }
        if change.isAccepted { tree["accepted"] = true }
        return tree
    }

    /// The report as SARIF 2.1.0, for code hosts.
    public var sarif: JSONTree {
        let kinds = changes.map(\.kind).unique
        let rules = kinds.map { kind -> JSONTree in
            [
                "id": .string(kind.rawValue),
                "shortDescription": ["text": .string(kind.rawValue.replacingText("-", with: " "))],
            ]
        }
        let results = changes.map { change -> JSONTree in
            var text = "\(change.subject)\(change.place.isEmpty ? "" : " \(change.place)"): \(change.summary)"
            if let witness = change.witness {
                text += ". \(witness.isRefusedByNew ? new : old) refuses: \(witness.reason)"
            }
            var result: JSONTree = [
                "ruleId": .string(change.kind.rawValue), "level": .string(Self.level(change)),
                "message": ["text": .string(text)],
                "partialFingerprints": ["payoutkitChange/v1": .string(change.fingerprint)],
                "locations": [
                    ["logicalLocations": [["fullyQualifiedName": .string("\(change.subject)\(change.place)")]]]
                ],
                "properties": ["class": .string(change.changeClass.rawValue)],
            ]
            if change.isAccepted { result["suppressions"] = [["kind": "external"]] }
            return result
        }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                ["tool": ["driver": ["name": "payoutkit", "rules": .array(rules)]], "results": .array(results)]
            ],
        ]
    }

    private static func level(_ change: ContractChange) -> String {
        switch change.changeClass {
        case .breaking: "error"
        case .risky, .undecided: "warning"
        case .compatible, .documentation: "note"
        }
    }

    /// The report as Markdown, for pull requests and changelogs.
    public var markdown: String {
        var lines = ["# \(old) to \(new)", "", "\(totals).", ""]
        for changeClass in ChangeClass.allCases.reversed() {
            let some = changes.filter { $0.changeClass == changeClass }
            if some.isEmpty { continue }
            let word = changeClass.rawValue
            lines += ["## \(word.prefix(1).uppercased())\(word.dropFirst())", ""]
            if changeClass.isHarmless {
                lines += groups(of: changeClass)
                    .map { "- \(Self.escaped($0.summary)): `\($0.places)`" }
                lines.append("")
                continue
            }
            for change in some {
                let place = change.place.isEmpty ? "" : " `\(change.place)`"
                lines.append(
                    "- **\(change.subject)**\(change.direction.map { " (\($0.rawValue))" } ?? "")\(place): \(Self.escaped(change.summary)) (`\(change.fingerprint)`)"
                )
                if let note = change.note { lines.append("  - \(Self.escaped(note))") }
                if let witness = change.witness {
                    lines.append("  - \(witness.isRefusedByNew ? new : old) refuses: \(Self.escaped(witness.reason))")
                    lines += ["", "    ```json", "    \(String(decoding: witness.body, as: UTF8.self))", "    ```", ""]
                }
            }
            lines.append("")
        }
        if let mine {
            lines += ["## Recorded messages", ""] + mine.comparisonLines.map { "- \(Self.escaped($0))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacingText("|", with: "\\|").replacingText("<", with: "&lt;").replacingText("*", with: "\\*")
    }
}
