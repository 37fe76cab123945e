import PartnerSignature

/// Other keys than the partner's: accepted with their own public half, refused with any other.
enum KeyCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        let body = SampleBody.confirm
        let long = try forge.sign(body, with: forge.keys.long)
        let bank = try forge.sign(body, with: forge.keys.bank)
        let partner = try forge.sign(body)
        func accepted(
            _ name: String,
            _ title: String,
            _ operation: SignatureCaseRecord.Operation,
            key: String,
            _ signature: String
        ) -> SignatureCaseRecord {
            SignatureCaseRecord(
                "signature.\(operation.rawValue).\(name)",
                title,
                operation,
                key: key,
                body: body,
                signature: signature,
                tags: ["key"]
            )
        }
        func refused(
            _ name: String,
            _ title: String,
            key: String,
            _ signature: String,
            breaks rule: String,
            twin: String
        ) -> SignatureCaseRecord {
            SignatureCaseRecord(
                "signature.key.\(name)",
                title,
                key: key,
                body: body,
                signature: signature,
                breaks: rule,
                twin: twin,
                tags: ["key"]
            )
        }
        let other = try forge.sign(body, with: forge.keys.other)
        return [
            accepted("key-4096", "signs with a key of 4096 bits", .sign, key: "4096", long),
            accepted("key-4096", "verifies with a key of 4096 bits", .verify, key: "4096", long),
            accepted("key-bank", "signs with the bank's key", .sign, key: "bank", bank),
            accepted("key-bank", "verifies with the bank's key", .verify, key: "bank", bank),
            refused(
                "unknown",
                "signed with a key that nobody registered",
                key: "partner",
                other,
                breaks: "SIG.KEY",
                twin: BodyCases.twin("confirm")
            ),
            refused(
                "bank-for-partner",
                "signed with the bank's key instead of the partner's",
                key: "partner",
                bank,
                breaks: "SIG.KEY",
                twin: BodyCases.twin("confirm")
            ),
            refused(
                "partner-for-bank",
                "signed with the partner's key instead of the bank's",
                key: "bank",
                partner,
                breaks: "SIG.KEY",
                twin: BodyCases.twin("key-bank")
            ),
            refused(
                "longer-key",
                "signed with a longer key than the registered one",
                key: "partner",
                long,
                breaks: "SIG.LENGTH",
                twin: BodyCases.twin("confirm")
            ),
            refused(
                "shorter-key",
                "signed with a shorter key than the registered one",
                key: "4096",
                partner,
                breaks: "SIG.LENGTH",
                twin: BodyCases.twin("key-4096")
            ),
        ]
    }
}
