import PartnerSignature
package import PayoutVectors
import StrictJSON

/// Runs the signature cases through verifiers and signers that leave a step out or do one too many.
package struct SignatureAudit: Sendable {
    /// A verification: whether the signature is taken, and the rule that it breaks where it is not.
    private typealias Verifier = (SignatureTrial) -> String?

    private let trials: [SignatureTrial]

    /// Reads the keys of the cases of a set; those of other kinds are passed over.
    ///
    /// - Throws: an error when a key can't be read.
    package init(_ cases: [VectorCase], in vectors: VectorSet) throws(AuditError) {
        var trials: [SignatureTrial] = []
        for vector in cases {
            guard case .signature(let signature) = vector.content else { continue }
            guard let pem = vectors.bytes(at: signature.keyPath),
                let trial = SignatureTrial(vector, signature, pem: pem)
            else { throw AuditError(description: "\(vector.path): the key of \(vector.id) can't be read") }
            trials.append(trial)
        }
        self.trials = trials
    }

    /// The cases that do not hold for the scheme as it stands.
    package func failures() -> [String] { trials.filter { $0.outcome != $0.expected }.map(\.id) }

    /// The mutants, and what became of each.
    package func outcomes() -> [MutantOutcome] {
        Self.leniencies.map { outcome($0.mutant, $0.verifier) }
            + Self.rewritings.map { outcome($0.mutant, $0.verifier) }
            + [
                outcome(
                    Mutant(
                        subject: "signature verifier",
                        alteration: "refuses every signature",
                        rules: ["SIG.PRESENT", "SIG.BASE64", "SIG.LENGTH", "SIG.BYTES", "SIG.KEY"]
                    )
                ) { _ in "SIG.KEY" }
            ]
    }

    private func outcome(_ mutant: Mutant, _ verifier: Verifier) -> MutantOutcome {
        let killer = trials.first { trial in
            !trial.rules.isDisjoint(with: mutant.rules) && verifier(trial) != trial.expected
        }
        return MutantOutcome(mutant, killer.map { .killed(by: $0.id) } ?? .survived)
    }

    /// For each fault a verifier that takes a signature with it.
    private static var leniencies: [(mutant: Mutant, verifier: Verifier)] {
        let codes: [SignatureFault.Code] = [
            .empty, .notBase64, .base64url, .hexadecimal, .whitespace, .missingPadding, .quoted, .percentEncoded,
            .encodedTwice, .severalValues, .trailingData, .unusedBits, .wrongLength,
        ]
        let named = codes.map { code in
            (
                mutant: Mutant(
                    subject: "signature verifier",
                    alteration: "takes a signature that is \(code.identifier)",
                    rules: [RuleID(rawValue: code.rule)]
                ),
                verifier: { (trial: SignatureTrial) in trial.fault?.code == code ? nil : trial.outcome }
            )
        }
        return named
            + ["SIG.BYTES", "SIG.KEY"]
            .map { rule in
                (
                    mutant: Mutant(
                        subject: "signature verifier",
                        alteration: "takes a signature that breaks \(rule)",
                        rules: [RuleID(rawValue: rule)]
                    ),
                    verifier: { (trial: SignatureTrial) in trial.outcome == rule ? nil : trial.outcome }
                )
            }
    }

    /// Programs that change the body before they sign or verify it.
    private static var rewritings: [(mutant: Mutant, verifier: Verifier)] {
        let changes: [(name: String, change: ([UInt8]) -> [UInt8])] = [
            ("without its last line break", { $0.last == 0x0A ? Array($0.dropLast()) : $0 }),
            ("with line feeds for the line breaks of Windows", { $0.filter { $0 != 0x0D } }),
            ("written anew without blanks", { rewritten($0, .compact) }),
            ("written anew with escapes", { rewritten($0, JSONWriter(layout: .compact, escaping: .ascii)) }),
            ("written anew with \\/", { rewritten($0, JSONWriter(layout: .compact, escapesSolidus: true)) }),
            ("as a text that can be repaired", { Array(String(decoding: $0, as: UTF8.self).utf8) }),
        ]
        return changes.map { change in
            (
                mutant: Mutant(
                    subject: "signature scheme",
                    alteration: "takes the body \(change.name)",
                    rules: ["SIG.BYTES", "SIG.SCOPE"]
                ),
                verifier: { (trial: SignatureTrial) in trial.outcome(over: change.change(trial.body)) }
            )
        }
    }

    private static func rewritten(_ body: [UInt8], _ writer: JSONWriter) -> [UInt8] {
        guard let document = try? JSONDocument(parsing: body, policy: .rfc8259) else { return body }
        return writer.write(document.root)
    }
}

/// A signature case with its key.
private struct SignatureTrial: Sendable {
    let id: String
    let rules: Set<RuleID>
    let body: [UInt8]
    /// The rule that the case expects to be broken.
    let expected: String?
    /// What is wrong with the signature; nil for a right one and for cases of signing.
    let fault: SignatureFault?
    private let signature: String
    private let key: PublicKey

    init?(_ vector: VectorCase, _ signature: SignatureCase, pem: [UInt8]) {
        let key = signature.operation == .sign ? (try? PrivateKey(pem: pem))?.publicKey : try? PublicKey(pem: pem)
        guard let key else { return nil }
        id = vector.id
        rules = Set(vector.mentionedRules)
        body = signature.body
        expected = signature.brokenRule?.rawValue
        self.signature = signature.signature
        self.key = key
        fault = key.verify(signature.signature, over: signature.body).fault
    }

    /// The rule that the signature breaks.
    var outcome: String? { fault?.rule }

    /// The rule that the signature breaks over another body.
    func outcome(over body: [UInt8]) -> String? { key.verify(signature, over: body).fault?.rule }
}
