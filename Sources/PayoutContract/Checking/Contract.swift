import JSONSchema
public import PayoutVectors
public import StrictJSON
import Synchronization

/// The contract of the payout API: says of a message which rules it breaks, and where.
///
/// The schemas of a message are read and compiled when the first such message is checked, once. A contract may be used
/// from any thread.
public final class Contract: Sendable {
    /// The most findings that one check gives.
    public static let maximumFindingCount = 1_000

    private struct Cache {
        var register: RuleRegister?
        var messages: [MessageType: PreparedMessage] = [:]
    }

    private let vectors: VectorSet
    /// The check of values that finds every value wrong; nil in any contract but a changed one.
    private let blindCheck: String?
    private let cache = Mutex(Cache())

    /// Creates a contract from a set of vectors.
    ///
    /// - Throws: an error when the set has no register of rules.
    public init(vectors: VectorSet = .embedded) throws(ContractError) {
        guard vectors.bytes(at: "rules.json") != nil else {
            throw ContractError(code: .unreadableVectors, description: "the vectors hold no rules.json")
        }
        self.vectors = vectors
        blindCheck = nil
    }

    /// Creates a contract whose register of rules was read before: many changed copies of one contract share it.
    ///
    /// - Parameter blindCheck: The annotation keyword whose check finds every value wrong, for a changed contract.
    package init(vectors: VectorSet, rules: RuleRegister, blindCheck: String? = nil) {
        self.vectors = vectors
        self.blindCheck = blindCheck
        cache.withLock { $0.register = rules }
    }

    /// The register of rules.
    ///
    /// - Throws: an error when it can't be read.
    public func rules() throws(ContractError) -> RuleRegister {
        if let register = cache.withLock({ $0.register }) { return register }
        let register: RuleRegister
        do throws(VectorError) {
            register = try vectors.rules()
        } catch {
            throw ContractError(error)
        }
        cache.withLock { $0.register = register }
        return register
    }

    /// The rule that failures of a JSON Schema keyword belong to where the schema names none.
    ///
    /// - Throws: an error when the register can't be read.
    package func rule(ofKeyword keyword: String) throws(ContractError) -> RuleID {
        try rules().defaultRule(forKeyword: keyword)?.id ?? RuleMap.fallback
    }

    /// Whether there is a schema for the message.
    public func supports(_ message: MessageType) -> Bool {
        vectors.hasSchema(message.schemaURI)
    }

    /// Checks the bytes of one message.
    ///
    /// A message that is no JSON, hostile or of another type gives findings. `request` is the body of the request that
    /// the message answers, or tells the outcome of: given, what the bank echoes is compared with it.
    ///
    /// - Throws: an error when the contract itself can't be used: no such schema, or a wrong one.
    public func check(
        _ bytes: [UInt8],
        as message: MessageType,
        profile: Profile = .strict,
        request: JSONDocument? = nil
    ) throws(ContractError) -> CheckResult {
        try prepare(message)
        let document: JSONDocument
        do throws(JSONTextError) {
            document = try JSONDocument(parsing: bytes)
        } catch {
            let text = TextCheck.run(bytes, after: error, profile: profile, register: try rules())
            guard let document = text.document else {
                return CheckResult(message, profile, bytes, document: nil, findings: text.findings)
            }
            return try check(document, text.findings, as: message, profile: profile, request: request)
        }
        return try check(document, as: message, profile: profile, request: request)
    }

    /// Checks a message whose text was read before, and found to have what `textFindings` say.
    ///
    /// - Throws: an error when the contract itself can't be used: no such schema, or a wrong one.
    package func check(
        _ document: JSONDocument,
        _ textFindings: [Finding] = [],
        as message: MessageType,
        profile: Profile = .strict,
        request: JSONDocument? = nil
    ) throws(ContractError) -> CheckResult {
        let prepared = try prepare(message)
        let bytes = document.bytes
        let found = try Violations(of: prepared, in: document, limit: Self.maximumFindingCount + 1)
        let broken = prepared.brokenChecks(
            in: document,
            request: request,
            limit: Self.maximumFindingCount + 1
        )
        // The register is read when there is something to say: most messages are right.
        if textFindings.isEmpty, found.all.isEmpty, broken.isEmpty {
            return CheckResult(message, profile, bytes, document: document, findings: [])
        }
        let rules = RuleMap(register: try rules(), schemas: prepared.schemas)
        let writer = FindingWriter(message: prepared, rules: rules, profile: profile, api: message.api)
        var list = FindingList()
        for finding in textFindings { list.append(.init(finding: finding, keyword: nil, isExplicit: true)) }
        for violation in found.all { list.append(writer.entry(for: violation, in: document)) }
        for check in broken { list.append(writer.entry(for: check)) }
        let findings = list.sorted()
        return CheckResult(
            message,
            profile,
            bytes,
            document: document,
            findings: FindingList.gravest(Self.maximumFindingCount, of: findings),
            isTruncated: findings.count > Self.maximumFindingCount || found.isTruncated
        )
    }

    /// Reads and compiles the schemas of a message ahead of its first check.
    ///
    /// - Throws: an error when there is no schema, or a wrong one.
    @discardableResult
    func prepare(_ message: MessageType) throws(ContractError) -> PreparedMessage {
        if let prepared = cache.withLock({ $0.messages[message] }) { return prepared }
        guard supports(message) else {
            throw ContractError(
                code: .unknownMessage,
                description: "there is no schema for \(message.displayName) in the vectors"
            )
        }
        // Two threads may both compile; they come to the same result, and neither waits for the other.
        let prepared = try PreparedMessage(message, vectors: vectors, blindCheck: blindCheck)
        cache.withLock { $0.messages[message] = prepared }
        return prepared
    }
}
