import PayoutVectors
import StrictJSON

extension Change {
    /// What is wrong with a request for a public token.
    static let tokens: [Change] = [
        Change(
            name: "no-access",
            title: "without access",
            rule: "MEMBER.REQUIRED",
            level: .should,
            refusal: .badRequest,
            place: .body { $0["tokenize_widget"]?["access"] = nil }
        ),
        Change(
            name: "access-as-string",
            title: "with access as a string",
            rule: "MEMBER.TYPE",
            level: .should,
            refusal: .badRequest,
            place: .body { $0["tokenize_widget"]?["access"] = "true" }
        ),
    ]

    /// What is wrong with a question about a hash.
    static let tokenInfos: [Change] = [
        Change(
            name: "no-type",
            title: "without type",
            rule: "MEMBER.REQUIRED",
            refusal: .badRequest,
            place: .body { $0["type"] = nil }
        ),
        Change(
            name: "unknown-hash",
            title: "about a hash that the widget never gave",
            rule: "HASH.KNOWN",
            level: .should,
            refusal: .any,
            place: .body { body in
                let hash = String(repeating: "0123456789abcdef", count: 4)
                body["card"]?["encrypted_card"]?["number_hash"] = .string(hash)
            }
        ),
    ]
}
