import HTTPWire
import PayoutConformance
import PayoutVectors

extension ContractCase {
    static func passing(
        _ id: String,
        level: Rule.Level = .must,
        twin: String? = nil,
        rules: [RuleID] = ["SIG.PRESENT"]
    ) -> ContractCase {
        ContractCase(id: id, title: id, rules: rules, level: level, twin: twin) { _ in }
    }

    static func failing(_ id: String, rule: RuleID) -> ContractCase {
        ContractCase(id: id, title: id, rules: [rule]) { context in
            context.record(.init(rule: rule, level: .must, message: "is wrong"))
        }
    }

    static func finding(_ id: String, _ findingLevel: Rule.Level, twin: String? = nil) -> ContractCase {
        ContractCase(id: id, title: id, rules: ["SIG.PRESENT"], level: findingLevel, twin: twin) { context in
            context.record(.init(rule: "SIG.PRESENT", level: findingLevel, message: "is wrong"))
        }
    }

    static func throwing(_ id: String, level: Rule.Level = .must, _ error: any Error) -> ContractCase {
        ContractCase(id: id, title: id, rules: ["SIG.PRESENT"], level: level) { _ in throw error }
    }

    /// A case that does not end before `latch` opens, and has only a moment until it is cut.
    static func hanging(_ id: String, until latch: Latch) -> ContractCase {
        ContractCase(id: id, title: id, rules: ["SIG.PRESENT"], timeout: .milliseconds(300)) { context in
            context.begin("waiting for a webhook")
            latch.waitUntilOpen()
        }
    }
}

/// Something that threads wait for, for at most a minute.
struct Latch: Sendable {
    private let isOpen = Monitor(false)

    func open() { isOpen.update { $0 = true } }

    func waitUntilOpen() { _ = isOpen.wait(until: .after(.seconds(60))) { $0 ? true : nil } }
}
