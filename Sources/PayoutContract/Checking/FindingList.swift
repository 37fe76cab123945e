import PayoutVectors
import StrictJSON

/// Collects findings and brings them into the form in which they are shown.
struct FindingList {
    /// A finding and where it comes from.
    struct Entry {
        let finding: Finding
        /// The schema keyword or annotation that failed; nil for the text itself.
        let keyword: String?
        /// Whether a schema names the rule, rather than the register for all such keywords.
        let isExplicit: Bool
    }

    private struct Place: Hashable {
        let pointer: JSONPointer
        let keyword: String
    }

    private struct Identity: Hashable {
        let rule: RuleID
        let pointer: JSONPointer
        let memberName: String?
    }

    private var entries: [Entry] = []

    /// Adds a finding.
    mutating func append(_ entry: Entry) {
        entries.append(entry)
    }

    /// At most `count` of the findings, the graver ones, in the order in which they come.
    static func gravest(_ count: Int, of findings: [Finding]) -> [Finding] {
        guard findings.count > count else { return findings }
        let kept = findings.enumerated()
            .sorted { first, second in
                first.element.severity == second.element.severity
                    ? first.offset < second.offset : first.element.severity > second.element.severity
            }
        return kept.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
    }

    /// The findings in the order of the text, the graver first at one place, each rule and place once.
    ///
    /// A keyword that fails twice at one place, once under a rule that a schema names and once under the default rule of
    /// the keyword, is one mistake: the named rule says more.
    func sorted() -> [Finding] {
        var explicit: [Place: Severity] = [:]
        for entry in entries where entry.isExplicit {
            guard let keyword = entry.keyword else { continue }
            let place = Place(pointer: entry.finding.pointer, keyword: keyword)
            explicit[place] = max(explicit[place] ?? .note, entry.finding.severity)
        }
        let kept = entries.filter { entry in
            guard !entry.isExplicit, let keyword = entry.keyword else { return true }
            // The verdict stays: a graver finding is never dropped.
            guard let other = explicit[Place(pointer: entry.finding.pointer, keyword: keyword)] else { return true }
            return other < entry.finding.severity
        }
        let order = kept.map(\.finding).enumerated()
            .sorted { first, second in
                let starts = (first.element.byteRange.lowerBound, second.element.byteRange.lowerBound)
                if starts.0 != starts.1 { return starts.0 < starts.1 }
                if first.element.severity != second.element.severity {
                    return first.element.severity > second.element.severity
                }
                return first.offset < second.offset
            }
        var seen: Set<Identity> = []
        return order.map(\.element)
            .filter { finding in
                let identity = Identity(rule: finding.rule, pointer: finding.pointer, memberName: finding.memberName)
                return seen.insert(identity).inserted
            }
    }
}
