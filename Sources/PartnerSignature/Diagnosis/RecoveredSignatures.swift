/// What the known keys recover from the readings of a header value.
struct RecoveredSignatures {
    private let keys: [(mistakes: [Mistake], key: PublicKey)]
    private var operationsLeft: Int

    /// What may have been signed, by which key, from which reading.
    private(set) var hypotheses: [Hypothesis] = []
    /// The readings of the header value itself.
    private(set) var receivedReadings: [SignatureReading] = []

    /// More keys than this are not tried.
    private static let maximumKeyCount = 9

    init(key: PublicKey, evidence: DiagnosisEvidence, budget: DiagnosisBudget) {
        var keys: [(mistakes: [Mistake], key: PublicKey)] = [([], key)]
        for other in evidence.otherKeys.prefix(Self.maximumKeyCount - 1) where other.key != key {
            keys.append(([Mistake.otherKey.with(detail: other.name)], other.key))
        }
        self.keys = keys
        operationsLeft = budget.keyOperationCount
    }

    /// Recovers what it can from a value.
    mutating func read(_ value: String, _ mistakes: [Mistake], isReceived: Bool) {
        let readings = SignatureReading.all(of: value)
        if isReceived { receivedReadings = readings }
        for (keyMistakes, key) in keys {
            for reading in readings where reading.bytes.count == key.signatureByteCount && operationsLeft > 0 {
                operationsLeft -= 1
                guard let block = key.recover(reading.bytes) else { continue }
                for var hypothesis in BlockAnalysis.hypotheses(in: block, bitCount: key.bitCount) {
                    hypothesis.mistakes = keyMistakes + mistakes + reading.mistakes + hypothesis.mistakes
                    hypotheses.append(hypothesis)
                }
            }
        }
        guard isReceived else { return }
        for reading in readings where reading.isPlain {
            guard let digest = ContentAnalysis.bareDigests(in: reading.bytes, [.digestOnly]).first else { continue }
            hypotheses.append(
                Hypothesis(mistakes: reading.mistakes + digest.mistakes, form: digest.form, isCertain: false)
            )
        }
    }

    /// Whether the value is Base64 of some bytes, but of a length that no known key has.
    var isOfOtherLength: Bool {
        guard let length = receivedReadings.first?.bytes.count else { return false }
        return length >= 128
            && receivedReadings.allSatisfy { reading in
                !reading.isPlain || !keys.contains { $0.key.signatureByteCount == reading.bytes.count }
            }
    }

    /// The mistake that is left when the length fits no key.
    var otherLength: Mistake {
        let found = receivedReadings.first?.bytes.count ?? 0
        let expected = keys.first?.key.signatureByteCount ?? 0
        return Mistake.otherKeyLength.with(detail: "\(found) bytes instead of \(expected)")
    }

    /// What the keys say, where none of them recovers anything.
    var ruledOut: [String] {
        guard !hypotheses.contains(where: \.isCertain) else { return [] }
        let names = keys.dropFirst().compactMap { $0.mistakes.first?.detail }
        let readings = "base64url, hexadecimal, wrapped, repeated, escaped, reversed and double encodings of the value"
        return [readings] + (names.isEmpty ? [] : ["the keys \(names.joined(separator: ", "))"])
    }
}
