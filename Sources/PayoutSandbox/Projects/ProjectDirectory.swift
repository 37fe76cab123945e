import HTTPWire
import PartnerSignature
import PayoutContract
import Synchronization

/// The projects that a bank knows, with what may change while it runs: behaviour, webhook address and signing key.
final class ProjectDirectory: Sendable {
    /// A project whose keys are settled.
    struct Draft: Sendable {
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
    }

    /// A project as it stands; each call takes one along, which costs one reference and not a copy.
    final class Entry: Sendable {
        let draft: Draft

        init(_ draft: Draft) {
            self.draft = draft
        }

        var project: SandboxProject { draft.project }
        var name: String { draft.project.name }
        var behaviour: BankBehaviour { draft.project.behaviour }
        var partnerKey: PublicKey { draft.partnerKey }
        var bankKey: PrivateKey { draft.bankKey }
        var previousBankKey: PrivateKey? { draft.previousBankKey }

        /// Keys with which the partner may sign by mistake: the bank's own, and those of `published` that are others.
        func wrongKeys(_ published: [DiagnosisEvidence.NamedKey]) -> [DiagnosisEvidence.NamedKey] {
            [DiagnosisEvidence.NamedKey(name: "the bank's key", key: bankKey.publicKey)]
                + published.filter { $0.key != partnerKey && $0.key != bankKey.publicKey }
        }
    }

    private let entries: Mutex<[String: Entry]>
    /// The names in their order.
    let names: [String]
    /// The keys that everybody knows.
    let publishedKeys: [DiagnosisEvidence.NamedKey]

    /// - Throws: ``SandboxError/Code/configuration`` when two projects have one name, or there is none.
    init(_ projects: [SandboxProject], testKeys: TestKeys) throws(SandboxError) {
        var entries: [String: Entry] = [:]
        for project in projects {
            let entry = Entry(
                Draft(
                    project: project,
                    partnerKey: project.partnerKey ?? testKeys.partner,
                    bankKey: project.bankKey ?? testKeys.bank
                )
            )
            guard !project.name.isEmpty, entries.updateValue(entry, forKey: project.name) == nil else {
                throw SandboxError(.configuration, "two projects are called \"\(project.name)\", or one has no name")
            }
        }
        guard !entries.isEmpty else { throw SandboxError(.configuration, "there is no project") }
        names = projects.map(\.name)
        publishedKeys = testKeys.published
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
    func change(_ name: String, _ body: (inout Draft) -> Void) -> Bool {
        entries.withLock { entries in
            guard var draft = entries[name]?.draft else { return false }
            body(&draft)
            entries[name] = Entry(draft)
            return true
        }
    }
}
