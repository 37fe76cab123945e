import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Contract diff: whole contracts") struct ContractComparisonTests {
    /// The messages that are compared here.
    private static let messages = [
        "session-create-request", "session-start-payout-request", "session-status-response",
        "webhook-ready-to-confirm", "session-cancel-request",
    ]

    /// The files of the embedded contract, with few messages.
    private static func files() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in VectorSet.embedded.paths {
            let isMessage =
                path.hasSuffix("-request.json") || path.hasSuffix("-response.json")
                || path.hasPrefix("schemas/v1/webhook-")
            let isKept = !isMessage || messages.contains { path == "schemas/v1/\($0).json" }
            let isContract =
                ["rules.json", "protocol.json"].contains(path) || path.hasPrefix("schemas/common/")
                || path.hasPrefix("schemas/v1/")
            if isContract, isKept { files[path] = VectorSet.embedded.bytes(at: path) }
        }
        return files
    }

    /// The contract with one file edited.
    private static func edited(_ path: String, _ edit: (inout JSONTree) -> Void) throws -> ContractSide {
        var files = files()
        var tree = try JSONTree(parsing: try #require(files[path]))
        edit(&tree)
        files[path] = JSONWriter.compact.write(tree)
        return try ContractSide(name: path, vectors: VectorSet(files: files))
    }

    private static let original = Result { try edited("rules.json") { _ in } }

    private static func changes(_ path: String, _ edit: (inout JSONTree) -> Void) throws -> [ContractChange] {
        ContractComparison(
            old: try original.get(),
            new: try edited(path, edit),
            survivorCount: SchemaPair.survivorCount
        )
        .changes()
    }

    private static func pointer(_ text: String) -> JSONPointer { JSONPointer(text) ?? .root }

    @Test func `a contract has no changes against itself`() throws {
        #expect(try Self.changes("rules.json") { _ in }.isEmpty)
    }

    @Test func `a narrower purpose breaks each request that has one, with a witness`() throws {
        let changes = try Self.changes("schemas/common/bank-account-ru.json") {
            $0[Self.pointer("/properties/description/maxLength")] = 140
        }
        #expect(changes.count == 2)
        for change in changes {
            #expect(change.kind == .maximumLengthLowered)
            #expect(change.changeClass == .breaking)
            #expect(change.place == "/payment_method/bank_account/ru/description")
            #expect(change.witness?.isRefusedByNew == true)
        }
        #expect(Set(changes.map(\.fingerprint)).count == 2)
    }

    @Test func `a new status of a payout is risky for receivers`() throws {
        let changes = try Self.changes("schemas/v1/payout.json") { tree in
            let statuses = tree[Self.pointer("/properties/status/enum")]?.elements ?? []
            tree[Self.pointer("/properties/status/enum")] = .array(statuses + ["returned"])
        }
        #expect(changes.allSatisfy { $0.kind == .valueAdded })
        let status = try #require(changes.first { $0.subject == "session/status/response (v1)" })
        #expect(status.changeClass == .risky)
        #expect(status.witness?.isRefusedByNew == false)
        // In ready_to_confirm the status is pending whatever the list says, so no message can have the new one.
        let webhook = changes.filter { $0.subject.hasPrefix("webhook/ready_to_confirm") }
        #expect(Set(webhook.map(\.changeClass)) == [.undecided])
    }

    @Test func `a rule that becomes binding is shown by a message that breaks it alone`() throws {
        let changes = try Self.changes("rules.json") { tree in
            let rules = (tree["rules"]?.elements ?? [])
                .map { rule in
                    rule["id"] == "MEMBER.UNKNOWN" ? rule.setting(Self.pointer("/level"), to: "MUST") : rule
                }
            tree["rules"] = .array(rules)
        }
        // Advice of a schema stays advice whatever the level of its rule, so no message can show a harm.
        #expect(changes.map(\.kind).contains(.ruleLevelRaised))
        #expect(changes.first { $0.kind == .ruleLevelRaised }?.changeClass == .undecided)
        let raised = try Self.changes("rules.json") { tree in
            let rules = (tree["rules"]?.elements ?? [])
                .map { rule in
                    rule["id"] == "CARD.LUHN" ? rule.setting(Self.pointer("/level"), to: "MUST") : rule
                }
            tree["rules"] = .array(rules)
        }
        let change = try #require(raised.first { $0.kind == .ruleLevelRaised })
        #expect(change.changeClass == .breaking)
        #expect(change.witness != nil)
    }

    /// Edits of protocol.json: the place, the new value, the kind and class of the change.
    static let settings = [
        ("/headers/1/required", "false", "header-optional", "compatible"),
        ("/headers/4/required", "true", "header-required", "breaking"),
        ("/headers/4/pattern", #""^[!-~]{1,3}$""#, "header-value-changed", "breaking"),
        ("/signature/minimum_key_bits", "3072", "signature-setting-changed", "breaking"),
        ("/signature/minimum_key_bits", "1024", "signature-setting-changed", "compatible"),
        ("/signature/digest", #""SHA-512""#, "signature-setting-changed", "breaking"),
        // Among all values only the longest tells these apart: chance does not find it.
        ("/headers/4/pattern", #""^[!-~]{1,254}$""#, "header-value-changed", "breaking"),
        ("/headers/4/pattern", #""^[!-~]{1,256}$""#, "header-value-changed", "compatible"),
        ("/signature/salt_length", "32", "signature-setting-changed", "undecided"),
        ("/body/escapes", #""all""#, "body-encoding-changed", "documentation"),
        ("/error_codes/36", #""new_code""#, "error-code-added", "risky"),
        ("/transitions/6/to", #""error""#, "transition-target-changed", "breaking"),
        ("/transitions/12", step("confirmed", "cancel", "cancelled"), "transition-added", "compatible"),
        ("/transitions/12", step("confirmed", "hold", "in_progress"), "transition-added", "risky"),
    ]

    private static func step(_ from: String, _ event: String, _ to: String) -> String {
        #"{"from":"\#(from)","event":"\#(event)","to":"\#(to)"}"#
    }

    @Test(arguments: settings)
    func `what holds around the messages is compared`(
        _ place: String,
        _ value: String,
        _ kind: String,
        _ changeClass: String
    ) throws {
        let value = try JSONTree(parsing: value)
        let changes = try Self.changes("protocol.json") { $0[Self.pointer(place)] = value }
        let found = changes.filter { $0.kind.rawValue == kind }
        #expect(Set(found.map(\.changeClass.rawValue)) == [changeClass])
        for change in found where [.breaking, .risky].contains(change.changeClass) { #expect(change.witness != nil) }
        for change in found where change.changeClass == .compatible {
            #expect(change.survivorCount > 0 || change.note != nil)
        }
    }

    @Test(arguments: [("/signature/detached", "true"), ("/body/escapes", "[]"), ("/signature", "1")])
    func `a setting that is neither text nor number is refused, not left out`(_ place: String, _ value: String) throws {
        let value = try JSONTree(parsing: value)
        let error = #expect(throws: ContractError.self) {
            try Self.edited("protocol.json") { $0[Self.pointer(place)] = value }
        }
        #expect(error?.description.hasPrefix("protocol.json:") == true)
    }

    @Test func `what the bank does no more is risky for who waits for it`() throws {
        let changes = try Self.changes("protocol.json") { tree in
            let kept = tree["transitions"]?.elements?.filter { $0["event"] != "ready" } ?? []
            tree["transitions"] = .array(kept)
        }
        #expect(!changes.isEmpty)
        for change in changes {
            #expect(change.kind == .transitionRemoved)
            #expect(change.changeClass == .risky)
            #expect(change.witness?.isRefusedByNew == true)
        }
    }

    @Test(arguments: [
        ("minimum_key_bits", "9223372036854775807"), ("maximum_key_bits", "-1"),
        ("maximum_key_bits", "-9223372036854775808"),
    ])
    func `a setting at the end of what a number holds is compared`(_ name: String, _ value: String) throws {
        let value = try JSONTree(parsing: value)
        let extreme = try Self.edited("protocol.json") { $0[Self.pointer("/signature/\(name)")] = value }
        let original = try Self.original.get()
        for sides in [(extreme, original), (original, extreme)] {
            let changes = ContractComparison(old: sides.0, new: sides.1, survivorCount: 1).changes()
            #expect(changes.map(\.id) == ["signature-setting-changed@signature \(name)"])
        }
    }

    /// Edits of the first rule that is not binding and that a schema names: the kind and class of the change.
    @Test(arguments: [
        ("keywords", #"["maxContains"]"#, ChangeKind.ruleScopeChanged, ChangeClass.undecided),
        ("applies_to", #"["response"]"#, .ruleScopeChanged, .undecided),
        ("id", #""OTHER.NAME""#, .ruleRemoved, .undecided),
        ("fix", #"{"en":"Do so.","ru":"Делай так."}"#, .ruleTextChanged, .documentation),
    ])
    func `what decides how binding a failure is never counts as documentation`(
        _ member: String,
        _ value: String,
        _ kind: ChangeKind,
        _ changeClass: ChangeClass
    ) throws {
        let value = try JSONTree(parsing: value)
        let changes = try Self.changes("rules.json") { tree in
            let place = (tree["rules"]?.elements ?? []).firstIndex { $0["id"] == "MEMBER.UNKNOWN" } ?? 0
            tree[Self.pointer("/rules/\(place)/\(member)")] = value
        }
        #expect(changes.first { $0.kind == kind }?.changeClass == changeClass)
    }

    @Test func `a keyword that breaks a binding rule from now on is breaking, and the other way round compatible`()
        throws
    {
        let place = Self.pointer("/x-rules/pattern")
        func changes(_ sides: (ContractSide, ContractSide)) -> [ContractChange] {
            ContractComparison(old: sides.0, new: sides.1, survivorCount: SchemaPair.survivorCount).changes()
                .filter { $0.kind == .keywordRuleChanged && $0.direction == .request }
        }
        let mild = try Self.edited("schemas/common/card-number.json") { $0[place] = "MEMBER.UNKNOWN" }
        let original = try Self.original.get()
        #expect(Set(changes((mild, original)).map(\.changeClass)) == [.breaking])
        #expect(Set(changes((original, mild)).map(\.changeClass)) == [.compatible])
    }

    @Test func `a message that is gone breaks its senders`() throws {
        var files = Self.files()
        let old = try ContractSide(name: "old", vectors: VectorSet(files: files))
        files["schemas/v1/session-cancel-request.json"] = nil
        let new = try ContractSide(name: "new", vectors: VectorSet(files: files))
        let changes = ContractComparison(old: old, new: new, survivorCount: SchemaPair.survivorCount).changes()
        #expect(changes.map(\.id) == ["message-removed@session/cancel (v1)"])
        #expect(changes.first?.changeClass == .breaking)
    }

    @Test func `what only one contract states is told as not compared`() throws {
        var files = Self.files()
        let old = try ContractSide(name: "old", vectors: VectorSet(files: files))
        files["protocol.json"] = nil
        let new = try ContractSide(name: "new", vectors: VectorSet(files: files))
        for sides in [(old, new), (new, old)] {
            let changes = ContractComparison(old: sides.0, new: sides.1, survivorCount: 1).changes()
            #expect(changes.map(\.kind) == [.notCompared])
            #expect(changes.map(\.changeClass) == [.undecided])
        }
    }

    @Test(arguments: [("ruleTextChanged", "/why/en"), ("ruleSourcesChanged", "/sources/0/where")])
    func `the fingerprint of a rule depends on what it says now`(_ kind: String, _ place: String) throws {
        func fingerprints(_ text: JSONTree) throws -> Set<String> {
            let changes = try Self.changes("rules.json") { $0[Self.pointer("/rules/0\(place)")] = text }
            #expect(changes.map { "\($0.kind)" } == [kind])
            return Set(changes.map(\.fingerprint))
        }
        #expect(try fingerprints("One thing.") != fingerprints("Another thing."))
    }

    @Test func `a fingerprint survives unrelated edits and dies with its own`() throws {
        func fingerprints(_ length: JSONTree, other: JSONTree?) throws -> Set<String> {
            let changes = try Self.changes("schemas/common/bank-account-ru.json") { tree in
                tree[Self.pointer("/properties/description/maxLength")] = length
                if let other { tree[Self.pointer("/properties/bik/pattern")] = other }
            }
            return Set(changes.filter { $0.kind == .maximumLengthLowered }.map(\.fingerprint))
        }
        let alone = try fingerprints(140, other: nil)
        #expect(try fingerprints(140, other: "^04[0-9]{7}$") == alone)
        #expect(try fingerprints(100, other: nil).isDisjoint(with: alone))
    }
}
