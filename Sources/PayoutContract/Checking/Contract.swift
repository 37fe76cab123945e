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
    private let cache = Mutex(Cache())

    /// Creates a contract from a set of vectors.
    ///
    /// - Throws: an error when the set has no register of rules.
    public init(vectors: VectorSet = .embedded) throws(ContractError) {
        guard vectors.bytes(at: "rules.json") != nil else {
            throw ContractError(code: .unreadableVectors, description: "the vectors hold no rules.json")
        }
        self.vectors = vectors
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
        let prepared = try prepare(message)
        let register = try rules()
        let text = TextCheck.run(bytes, profile: profile, register: register)
        guard let document = text.document else {
            return CheckResult(
                message: message,
                profile: profile,
                bytes: bytes,
                document: nil,
                findings: text.findings,
                isTruncated: false
            )
        }
        var list = FindingList()
        for finding in text.findings { list.append(.init(finding: finding, keyword: nil, isExplicit: true)) }
        let writer = FindingWriter(message: prepared, profile: profile, api: message.api)
        let limit = Self.maximumFindingCount + 1
        let violations = prepared.schema.violations(in: document, limit: limit)
        for violation in violations {
            list.append(writer.entry(for: violation, in: document))
        }
        for broken in prepared.plan.brokenChecks(in: document.root, request: request?.root, limit: limit) {
            list.append(writer.entry(for: broken))
        }
        let sorted = list.sorted()
        return CheckResult(
            message: message,
            profile: profile,
            bytes: bytes,
            document: document,
            findings: Array(sorted.prefix(Self.maximumFindingCount)),
            isTruncated: sorted.count > Self.maximumFindingCount || violations.count >= limit
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
        let prepared = try PreparedMessage(message, vectors: vectors, register: try rules())
        cache.withLock { $0.messages[message] = prepared }
        return prepared
    }
}
