import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// The projects that a bank knows, with what may change while it runs: behaviour, webhook address and signing key.
final class ProjectDirectory: Sendable {
    /// A project whose keys are settled.
    struct Entry: Sendable {
        var project: SandboxProject
        let partnerKey: PublicKey
        var bankKey: PrivateKey
        /// The key that was in use before the last rotation.
        var previousBankKey: PrivateKey?

        /// Signs by another key from now on.
        mutating func rotate(to key: PrivateKey) {
            previousBankKey = bankKey
            bankKey = key
        }

        var name: String { project.name }
        var behaviour: BankBehaviour { project.behaviour }
    }

    private let entries: Mutex<[String: Entry]>
    /// The names in their order.
    let names: [String]

    /// - Throws: ``SandboxError/Code/configuration`` when two projects have one name, or there is none.
    init(_ projects: [SandboxProject], testKeys: TestKeys) throws(SandboxError) {
        var entries: [String: Entry] = [:]
        for project in projects {
            let entry = Entry(
                project: project,
                partnerKey: project.partnerKey ?? testKeys.partner,
                bankKey: project.bankKey ?? testKeys.bank
            )
            guard !project.name.isEmpty, entries.updateValue(entry, forKey: project.name) == nil else {
                throw SandboxError(.configuration, "two projects are called \"\(project.name)\", or one has no name")
            }
        }
        guard !entries.isEmpty else { throw SandboxError(.configuration, "there is no project") }
        names = projects.map(\.name)
        self.entries = Mutex(entries)
    }

    /// The project of that name; strings that look the same can differ in their bytes, and headers are compared exactly.
    func entry(named name: String) -> Entry? {
        guard let entry = entries.withLock({ $0[name] }), entry.name.utf8.elementsEqual(name.utf8) else { return nil }
        return entry
    }

    func behaviour(of name: String) -> BankBehaviour {
        entry(named: name)?.behaviour ?? BankBehaviour()
    }

    /// Changes a project; false when there is none of that name.
    @discardableResult
    func change(_ name: String, _ body: (inout Entry) -> Void) -> Bool {
        entries.withLock { entries in
            guard var entry = entries[name] else { return false }
            body(&entry)
            entries[name] = entry
            return true
        }
    }
}
