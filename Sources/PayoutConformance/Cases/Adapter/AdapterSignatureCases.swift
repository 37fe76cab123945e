import PartnerSignature
import PayoutVectors

/// Every signature of `vectors/signatures/`: made by the partner byte for byte, and told right from wrong.
enum AdapterSignatureCases {
    static func all(_ vectors: VectorSet) throws -> [ContractCase] {
        try vectors.cases(kind: .signature)
            .compactMap { vector in
                guard case .signature(let signature) = vector.content, let pem = vectors.bytes(at: signature.keyPath)
                else {
                    return nil
                }
                switch signature.operation {
                case .sign: return sign(vector, signature, pem)
                case .verify: return try verify(vector, signature, pem)
                }
            }
    }

    /// The id of a case without the prefixes of the vector's family and of the suite.
    private static func id(of vectorID: String, _ operation: SignatureCase.Operation) -> String {
        let name = vectorID.hasPrefix("signature.") ? String(vectorID.dropFirst("signature.".count)) : vectorID
        return name.hasPrefix(operation.rawValue + ".") ? name : "\(operation.rawValue).\(name)"
    }

    private static func sign(_ vector: VectorCase, _ expected: SignatureCase, _ pem: [UInt8]) -> ContractCase {
        .adapter(
            id(of: vector.id, .sign),
            vector.title,
            rules: vector.rules,
            level: vector.level,
            tags: ["sign"] + vector.tags
        ) { client in
            let signature = try client.sign(expected.body, privateKeyPEM: pem)
            guard signature != expected.signature else { return }
            let key = try PrivateKey(pem: pem).publicKey
            guard let cause = SignatureCause(of: signature, over: expected.body, key: key) else { return }
            client.context.report(
                cause.rule,
                "the signature is wrong",
                expected: Excerpt.of(word: expected.signature),
                received: Excerpt.of(word: signature),
                sent: Excerpt.of(body: expected.body),
                difference: cause.difference,
                cause: cause.sentence,
                fix: cause.fix
            )
        }
    }

    private static func verify(
        _ vector: VectorCase,
        _ expected: SignatureCase,
        _ pem: [UInt8]
    ) throws -> ContractCase {
        let rule = expected.brokenRule
        return .adapter(
            id(of: vector.id, .verify),
            rule == nil ? vector.title : "does not verify: \(vector.title)",
            rules: vector.rules,
            level: try level(of: vector, expected, pem),
            twin: vector.twin.map { id(of: $0, .verify) },
            tags: ["verify"] + vector.tags
        ) { client in
            let isValid = try client.verify(expected.signature, over: expected.body, publicKeyPEM: pem)
            guard isValid != (rule == nil) else { return }
            client.context.report(
                rule ?? vector.rules.first ?? "SIG.BYTES",
                isValid ? "a wrong signature was called valid" : "a right signature was called wrong",
                expected: "valid \(rule == nil)",
                received: "valid \(isValid)",
                sent: "\(Excerpt.of(word: expected.signature)) over \(Excerpt.of(body: expected.body))",
                fix: isValid ? vector.comment : "verify the raw bytes that came, with RSA PKCS#1 v1.5 and SHA-256"
            )
        }
    }

    /// A verifier may be lenient in two ways that the bank's pages don't rule out; that is worth a warning.
    private static func level(of vector: VectorCase, _ expected: SignatureCase, _ pem: [UInt8]) throws -> Rule.Level {
        guard let rule = expected.brokenRule, rule == "SIG.BASE64" || rule == "SIG.KEY" else { return vector.level }
        let key = try PublicKey(pem: pem)
        let isLenient =
            SignatureLeniency.passesLenientDecoding(expected.signature, body: expected.body, key: key)
            || SignatureLeniency.passesDecodingVerifier(expected.signature, body: expected.body, key: key)
        return isLenient ? .should : vector.level
    }
}
