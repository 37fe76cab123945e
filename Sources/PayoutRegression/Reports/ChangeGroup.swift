/// Changes that say the same of members with the same name: one definition is used at many places.
struct ChangeGroup {
    private struct Key: Hashable {
        let summary: String
        let member: String
    }

    /// The changes, in the order of the contract; never empty.
    private(set) var changes: [ContractChange]

    /// The member or the rule that they are about; empty where a whole message is.
    let member: String

    /// What the changes have in common, such as `member described, bin`.
    var summary: String { member.isEmpty ? changes[0].summary : "\(changes[0].summary), \(member)" }

    /// Where the first of them is, and how many more there are.
    var places: String {
        let first = "\(changes[0].subject)\(changes[0].place.isEmpty ? "" : " \(changes[0].place)")"
        return switch changes.count {
        case 1: first
        case 2: "\(first) and one more place"
        default: "\(first) and \(changes.count - 1) more places"
        }
    }

    /// How many generated messages each of them survived; 0 where nothing had to be.
    var survivorCount: Int { changes.map(\.survivorCount).min() ?? 0 }

    /// The groups in the order of their first changes.
    static func groups(of changes: some Sequence<ContractChange>) -> [ChangeGroup] {
        var groups: [ChangeGroup] = []
        var indices: [Key: Int] = [:]
        for change in changes {
            let member = change.place.split(separator: "/").last { Int($0) == nil }.map(String.init) ?? ""
            let key = Key(summary: change.summary, member: member)
            if let index = indices[key] {
                groups[index].changes.append(change)
            } else {
                indices[key] = groups.count
                groups.append(ChangeGroup(changes: [change], member: member))
            }
        }
        return groups
    }
}

extension ChangeClass {
    /// Whether nobody has to do anything about it, so that reports for people sum it up.
    var isHarmless: Bool { self == .compatible || self == .documentation }
}
