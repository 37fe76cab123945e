package import JSONSchema
import PayoutVectors
public import StrictJSON

extension Contract {
    /// Whether the bytes of a message are accepted: the verdict of ``check(_:as:profile:request:)`` without its findings.
    ///
    /// Advice costs nothing here, so this is the way for many messages.
    ///
    /// - Throws: an error when the contract itself can't be used: no such schema, or a wrong one.
    public func accepts(
        _ bytes: [UInt8],
        as message: MessageType,
        profile: Profile = .strict,
        request: JSONDocument? = nil
    ) throws(ContractError) -> Bool {
        guard let document = try? JSONDocument(parsing: bytes) else {
            // What fails may belong to a rule that is not binding in this profile: the findings know.
            return try check(bytes, as: message, profile: profile, request: request).isAccepted
        }
        return try accepts(document, as: message, profile: profile, request: request)
    }

    /// Whether a message is accepted, for a text that was read before under the strict policy.
    ///
    /// - Throws: an error when the contract itself can't be used: no such schema, or a wrong one.
    package func accepts(
        _ document: JSONDocument,
        as message: MessageType,
        profile: Profile = .strict,
        request: JSONDocument? = nil
    ) throws(ContractError) -> Bool {
        let prepared = try prepare(message)
        guard prepared.schema.accepts(document) else {
            return try check(document, as: message, profile: profile, request: request).isAccepted
        }
        return try keepsChecks(document, as: message, profile: profile, request: request)
    }

    /// The compiled schema of a message, with its advice.
    ///
    /// - Throws: an error when the contract has no such message, or its schema can't be used.
    package func schema(of message: MessageType) throws(ContractError) -> Schema { try prepare(message).schema }

    /// Whether a message keeps what no schema states, as far as that is binding.
    ///
    /// - Throws: an error when the contract itself can't be used: no such schema, or a wrong one.
    package func keepsChecks(
        _ document: JSONDocument,
        as message: MessageType,
        profile: Profile = .strict,
        request: JSONDocument? = nil
    ) throws(ContractError) -> Bool {
        let broken = try prepare(message)
            .brokenChecks(in: document, request: request, limit: Self.maximumFindingCount + 1)
        if broken.isEmpty { return true }
        let register = try rules()
        return broken.allSatisfy { check in register[check.rule].map { profile.level(of: $0) != .must } ?? false }
    }
}
