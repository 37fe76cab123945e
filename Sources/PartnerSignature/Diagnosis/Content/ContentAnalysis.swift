/// Reads what stands after the padding, also where it is not the DigestInfo of RFC 8017 section 9.2.
enum ContentAnalysis {
    /// What the content may be, the most likely first.
    static func hypotheses(in content: [UInt8], framing: [Mistake], isCertain: Bool) -> [Hypothesis] {
        var found = structures(in: content) + texts(in: content)
        if found.isEmpty {
            found = bareDigests(in: content, [.rawDigest])
            if !content.isEmpty { found.append(([.noDigest], .plain(content))) }
        }
        return found.map { Hypothesis(mistakes: framing + $0.mistakes, form: $0.form, isCertain: isCertain) }
    }

    private typealias Reading = (mistakes: [Mistake], form: Hypothesis.Form)

    /// A DigestInfo, exact or nearly so.
    private static func structures(in content: [UInt8]) -> [Reading] {
        for algorithm in DigestAlgorithm.all {
            let prefix = algorithm.digestInfoPrefix
            let end = prefix.count + algorithm.byteCount
            guard content.count >= end, content.starts(with: prefix) else { continue }
            let other: [Mistake] = algorithm == .sha256 ? [] : [.digest(algorithm)]
            let garbage: [Mistake] = content.count == end ? [] : [.trailingGarbage]
            return [(garbage + other, .digest(algorithm, Array(content[prefix.count..<end])))]
        }
        guard let loose = LooseDigestInfo(content) else { return [] }
        let other: [Mistake] = loose.algorithm == .sha256 ? [] : [.digest(loose.algorithm)]
        return [([loose.lacksNull ? .noNull : .otherStructure] + other, .digest(loose.algorithm, loose.digest))]
    }

    /// A digest as a text.
    private static func texts(in content: [UInt8]) -> [Reading] {
        if content.count % 2 == 0, !content.isEmpty, content.allSatisfy(Hexadecimal.isDigit) {
            let bytes = stride(from: 0, to: content.count, by: 2)
                .map { Hexadecimal.value(of: content[$0]) << 4 | Hexadecimal.value(of: content[$0 + 1]) }
            let inner = structures(in: bytes).map { ([Mistake.hexadecimalDigest] + $0.mistakes, $0.form) }
            return inner.isEmpty ? bareDigests(in: bytes, [.hexadecimalDigest]) : inner
        }
        guard let bytes = try? Base64.decode(content) else { return [] }
        return bareDigests(in: bytes, [.base64Digest])
    }

    /// The digests that have the length of `bytes`; SHA-256 before others.
    static func bareDigests(
        in bytes: [UInt8],
        _ mistakes: [Mistake]
    ) -> [(mistakes: [Mistake], form: Hypothesis.Form)] {
        DigestAlgorithm.all.filter { $0.byteCount == bytes.count }
            .map { algorithm in
                let other: [Mistake] = algorithm == .sha256 ? [] : [.digest(algorithm)]
                return (mistakes + other, .digest(algorithm, bytes))
            }
    }
}
