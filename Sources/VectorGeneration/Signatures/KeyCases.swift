import PartnerSignature

/// Other keys than the partner's: accepted with their own public half, refused with any other.
enum KeyCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for key in keys {
            for operation in [SignatureCaseRecord.Operation.sign, .verify] {
                for (name, body) in bodies {
                    cases.append(
                        SignatureCaseRecord(
                            "signature.\(operation.rawValue).key-\(key.name.rawValue)\(name)",
                            "\(operation == .sign ? "signs" : "verifies") with \(key.title)",
                            operation,
                            key: key.name,
                            body: CaseBody(body),
                            signature: try forge.sign(body, with: key.name),
                            tags: ["key"]
                        )
                    )
                }
            }
        }
        for confusion in confusions { cases.append(try confusion.record(with: forge)) }
        return cases
    }

    /// The id of the accepted verification with a key.
    static func twin(_ key: SignatureKeys.Name) -> String {
        BodyCases.twin(key == .partner ? "confirm" : "key-\(key.rawValue)")
    }

    private static let body = SampleBody.confirm
    private static let bodies: [(name: String, bytes: [UInt8])] = [("", body), (".spaced", SampleBody.spaced)]

    private static let keys: [(name: SignatureKeys.Name, title: String)] = [
        (.bank, "the bank's key"),
        (.bits3072, "a key of 3072 bits"),
        (.bits4096, "a key of 4096 bits"),
        (.exponent3, "a key with the public exponent 3"),
    ]

    /// A signature by one key that is verified with another.
    private struct Confusion {
        let name: String
        let title: String
        let signer: SignatureKeys.Name
        let verifier: SignatureKeys.Name
        let rule: String

        func record(with forge: SignatureForge) throws(VectorGenerationError) -> SignatureCaseRecord {
            SignatureCaseRecord(
                "signature.key.\(name)",
                title,
                key: verifier,
                body: CaseBody(body),
                signature: try forge.sign(body, with: signer),
                breaks: rule,
                twin: KeyCases.twin(verifier),
                tags: ["key"]
            )
        }
    }

    private static let confusions: [Confusion] = [
        Confusion(
            name: "unknown",
            title: "signed with a key that nobody registered",
            signer: .other,
            verifier: .partner,
            rule: "SIG.KEY"
        ),
        Confusion(
            name: "bank-for-partner",
            title: "signed with the bank's key instead of the partner's",
            signer: .bank,
            verifier: .partner,
            rule: "SIG.KEY"
        ),
        Confusion(
            name: "partner-for-bank",
            title: "signed with the partner's key instead of the bank's",
            signer: .partner,
            verifier: .bank,
            rule: "SIG.KEY"
        ),
        Confusion(
            name: "exponent-3-for-partner",
            title: "signed with a key of another exponent",
            signer: .exponent3,
            verifier: .partner,
            rule: "SIG.KEY"
        ),
        Confusion(
            name: "partner-for-exponent-3",
            title: "signed with the partner's key, verified with exponent 3",
            signer: .partner,
            verifier: .exponent3,
            rule: "SIG.KEY"
        ),
        Confusion(
            name: "longer-key",
            title: "signed with a longer key than the registered one",
            signer: .bits4096,
            verifier: .partner,
            rule: "SIG.LENGTH"
        ),
        Confusion(
            name: "longer-key-3072",
            title: "signed with a key of 3072 bits, verified with 2048",
            signer: .bits3072,
            verifier: .partner,
            rule: "SIG.LENGTH"
        ),
        Confusion(
            name: "shorter-key",
            title: "signed with a shorter key than the registered one",
            signer: .partner,
            verifier: .bits4096,
            rule: "SIG.LENGTH"
        ),
        Confusion(
            name: "shorter-key-3072",
            title: "signed with a key of 3072 bits, verified with 4096",
            signer: .bits3072,
            verifier: .bits4096,
            rule: "SIG.LENGTH"
        ),
        Confusion(
            name: "partner-for-3072",
            title: "signed with a key of 2048 bits, verified with 3072",
            signer: .partner,
            verifier: .bits3072,
            rule: "SIG.LENGTH"
        ),
    ]
}
