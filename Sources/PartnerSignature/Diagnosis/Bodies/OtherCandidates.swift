/// Bytes that have nothing to do with the body: other messages, and the key itself.
enum OtherCandidates {
    /// More than this many messages are not kept by anybody who asks.
    private static let maximumCount = 8

    static func offer(_ evidence: DiagnosisEvidence, key: PublicKey, to search: inout CandidateSearch) {
        for other in evidence.otherBodies.prefix(maximumCount) where other.bytes != search.received {
            search.offer(other.bytes, [Mistake.otherMessage.with(detail: other.name)])
        }
        guard let pem = try? key.pem() else { return }
        let lines = pem.split(separator: 0x0A)
        let base64 = Array(lines.dropFirst().dropLast().joined())
        search.offer(pem, [.publicKeySigned])
        search.offer(Array(pem.dropLast()), [.publicKeySigned])
        search.offer(base64, [.publicKeySigned])
        if let der = try? Base64.decode(base64) { search.offer(der, [.publicKeySigned]) }
        search.offer(key.fingerprint, [.publicKeySigned])
    }
}
