package import JSONSchema
package import PayoutContract
package import PayoutVectors
package import StrictJSON

/// What is wrong with a message, as far as its judge says.
package struct Fault: Hashable, Sendable {
    /// The rule of the contract, or the keyword of a schema without one.
    package let rule: String
    /// The place in the message.
    package let pointer: JSONPointer
    /// Whether the message is refused because of it.
    package let isError: Bool
    /// What is wrong, as a sentence.
    package let sentence: String
}

/// Decides whether messages of one type are right: a contract, or a schema alone.
package struct MessageJudge: Sendable {
    /// The compiled schema; its violations say how to mend a message.
    package let schema: Schema
    private let contract: (contract: Contract, type: MessageType)?

    /// Judges by a schema alone.
    package init(schema: Schema) {
        self.schema = schema
        contract = nil
    }

    /// Judges by a contract, in the strict profile.
    ///
    /// - Throws: an error when the contract has no such message or can't be used.
    package init(_ contract: Contract, _ type: MessageType, vectors: VectorSet) throws(ContractError) {
        // Makes the contract read what it needs, so that later checks can't fail.
        _ = try contract.check(Array("{}".utf8), as: type)
        schema = try contract.schema(of: type)
        self.contract = (contract, type)
    }

    /// Whether the bytes are right.
    package func accepts(_ bytes: [UInt8]) -> Bool {
        guard let contract else {
            guard let document = try? JSONDocument(parsing: bytes) else { return false }
            return schema.accepts(document)
        }
        return (try? contract.contract.accepts(bytes, as: contract.type)) ?? false
    }

    /// Whether a message breaks nothing: neither its schema, nor what no schema states.
    func isRight(_ document: JSONDocument) -> Bool {
        guard schema.accepts(document) else { return false }
        guard let contract else { return true }
        return (try? contract.contract.keepsChecks(document, as: contract.type)) ?? false
    }

    /// Whether a value is right, written compactly.
    package func accepts(_ tree: JSONTree) -> Bool {
        accepts(JSONWriter.compact.write(tree))
    }

    /// The rule that failures of a keyword belong to where the schema names no other.
    func defaultRule(of keyword: String) -> String {
        guard let contract else { return keyword }
        return (try? contract.contract.rule(ofKeyword: keyword))?.rawValue ?? keyword
    }

    /// What is wrong with the bytes; advice counts too.
    package func faults(_ bytes: [UInt8]) -> [Fault] {
        guard let contract else {
            guard let document = try? JSONDocument(parsing: bytes) else {
                return [Fault(rule: "json", pointer: .root, isError: true, sentence: "the text is no JSON")]
            }
            return schema.violations(in: document)
                .map { violation in
                    Fault(
                        rule: violation.keyword.isEmpty ? "false" : violation.keyword,
                        pointer: violation.instanceLocation,
                        isError: !violation.isAdvisory,
                        sentence: violation.message
                    )
                }
        }
        let findings = (try? contract.contract.check(bytes, as: contract.type).findings) ?? []
        return findings.map { finding in
            Fault(
                rule: finding.rule.rawValue,
                pointer: finding.pointer,
                isError: finding.severity == .error,
                sentence: finding.message
            )
        }
    }
}

/// Compiles schemas with their advice.
package enum SchemaCompilation {
    /// The schema with the URI `uri` out of some documents.
    package static func schema(of documents: [JSONDocument], uri: String) throws(SchemaError) -> Schema {
        var registry = SchemaRegistry()
        for document in documents { try registry.add(document) }
        return try Schema(compiling: uri, in: registry, options: SchemaOptions(advisoryKeyword: "x-should"))
    }
}

/// A message of one side: its schemas, and who judges it.
package struct MessageSubject: Sendable {
    /// Its name for people, such as `session/start/payout (v1)`.
    package let name: String
    /// Which way it travels.
    package let direction: MessageType.Direction
    /// The schemas.
    let library: SchemaLibrary
    /// The schema of the message.
    let root: SchemaPlace
    /// Who says whether a message is right.
    package let judge: MessageJudge

    /// A message whose schema stands alone.
    ///
    /// - Throws: the first fault of the schema.
    package init(
        name: String,
        direction: MessageType.Direction,
        schema document: JSONDocument
    ) throws(SchemaError) {
        self.name = name
        self.direction = direction
        library = SchemaLibrary([document])
        root = SchemaPlace(uri: document.root["$id"]?.string ?? "", pointer: .root)
        judge = MessageJudge(
            schema: try Schema(compiling: document, options: SchemaOptions(advisoryKeyword: "x-should"))
        )
    }

    /// A message of a contract.
    ///
    /// - Throws: an error when the contract has no such message or can't be used.
    package init(_ type: MessageType, contract: Contract, vectors: VectorSet) throws(ContractError) {
        name = type.displayName
        direction = type.direction
        root = SchemaPlace(uri: type.schemaURI, pointer: .root)
        do {
            library = SchemaLibrary(try vectors.schemaDocuments(reachableFrom: type.schemaURI))
        } catch {
            throw ContractError(error)
        }
        judge = try MessageJudge(contract, type, vectors: vectors)
    }
}
