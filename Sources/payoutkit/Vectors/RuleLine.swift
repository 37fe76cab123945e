import PayoutContract
import PayoutVectors
import StrictJSON

/// Rules as `explain` prints them without a rule, or for programs: one a line.
enum RuleLine {
    /// Id, level and statement in columns.
    static func table(_ rules: [Rule], _ language: LocalizedText.Language) -> String {
        let width = rules.map(\.id.rawValue.utf8.count).max() ?? 0
        let levelWidth = Rule.Level.should.rawValue.utf8.count
        return
            rules.map { rule in
                rule.id.rawValue.padded(to: width + 2) + rule.level.rawValue.padded(to: levelWidth + 2)
                    + rule.statement[language] + "\n"
            }
            .joined()
    }

    /// The rule as `rules.json` has it, and the ids of the cases that name it, by verdict.
    static func json(_ record: JSONValue, cases: [VectorCase]) -> String {
        let naming = cases.filter { $0.mentionedRules.contains { $0.rawValue == record["id"]?.string } }
        let byVerdict = VectorCase.Verdict.allCases.map { verdict in
            let ids = naming.filter { $0.verdict == verdict }.map { JSONTree.string($0.id) }
            return JSONTree.Member(name: verdict.rawValue, value: .array(ids))
        }
        let members = JSONTree(record).members ?? []
        return JSONWriter.compact.writeString(
            .object(members + [.init(name: "cases", value: .object(byVerdict))])
        )
    }
}
