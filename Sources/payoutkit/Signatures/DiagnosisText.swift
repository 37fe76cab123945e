import PartnerSignature
import StrictJSON

/// A diagnosis as `verify --explain` prints it.
struct DiagnosisText: CustomStringConvertible {
    let description: String

    init(_ diagnosis: SignatureDiagnosis, received: [UInt8]) {
        guard let fault = diagnosis.fault else {
            description = "valid"
            return
        }
        var lines = ["invalid: \(fault.sentence)  [\(fault.rule)]"]
        switch diagnosis.conclusion {
        case .explained(let explanation):
            lines += explanation.mistakes.map { "cause: \($0)  [\($0.identifier)]" }
            lines += Self.bytes(of: explanation, diagnosis, received)
        case .somethingElse(let content):
            lines.append("cause: not found: \(diagnosis.sentence)")
            lines += Self.digests(of: content, diagnosis)
        case .valid, .unknownKey, .notExamined:
            lines.append("cause: not found: \(diagnosis.sentence)")
        }
        if let digestInfo = diagnosis.digestInfo {
            lines.append("DigestInfo in the signature, by the public key: \(Hexadecimal.encode(digestInfo))")
        }
        lines += Self.remedies(diagnosis.mistakes, fault)
        lines += Self.search(diagnosis)
        description = lines.joined(separator: "\n")
    }

    /// What was signed, what was received, and where they part.
    private static func bytes(
        of explanation: SignatureDiagnosis.Explanation,
        _ diagnosis: SignatureDiagnosis,
        _ received: [UInt8]
    ) -> [String] {
        guard let signed = explanation.signed else { return [] }
        guard let difference = explanation.difference else {
            return ["signed: the body as it was received, \(received.count) bytes, SHA-256 \(diagnosis.receivedDigest)"]
        }
        return [
            "signed:   \(signed.count) bytes, SHA-256 \(SHA256Digest(of: signed))",
            "received: \(received.count) bytes, SHA-256 \(diagnosis.receivedDigest)",
            "first difference: offset \(difference.offset), line \(difference.position.line), "
                + "column \(difference.position.column): signed \(ByteDifference.describe(difference.signed)), "
                + "received \(ByteDifference.describe(difference.received))",
        ]
    }

    private static func digests(
        of content: SignatureDiagnosis.SignedContent,
        _ diagnosis: SignatureDiagnosis
    ) -> [String] {
        let received = "received: SHA-256 \(diagnosis.receivedDigest)"
        guard let algorithm = content.algorithm, let digest = content.digest else { return [received] }
        return ["signed:   \(algorithm) \(Hexadecimal.encode(digest))", received]
    }

    /// The advice for each mistake once, with the code in each language.
    private static func remedies(_ mistakes: [Mistake], _ fault: SignatureFault) -> [String] {
        guard !mistakes.isEmpty else { return ["fix: \(fault.fix)"] }
        var lines: [String] = []
        var shown: Set<String> = []
        for remedy in mistakes.map(\.remedy) where shown.insert(remedy.advice).inserted {
            lines.append("fix: \(remedy.advice)")
            for language in Remedy.Language.allCases {
                let name = language.rawValue
                lines.append("  \(name)\(String(repeating: " ", count: 12 - name.utf8.count))\(remedy[language])")
            }
        }
        return lines
    }

    private static func search(_ diagnosis: SignatureDiagnosis) -> [String] {
        var lines: [String] = []
        if diagnosis.mistakes.isEmpty {
            for (index, name) in diagnosis.ruledOut.enumerated() {
                lines.append((index == 0 ? "ruled out: " : "           ") + name)
            }
        }
        if diagnosis.isBudgetSpent, diagnosis.mistakes.isEmpty {
            lines.append("the search is incomplete: the body is too large for a part of it")
        }
        let count = diagnosis.candidateCount
        return lines + ["compared: \(count) form\(count == 1 ? "" : "s") of the body"]
    }
}
