import PartnerSignature
import PayoutVectors
import VectorGeneration

/// Explaining broken signatures: one of each kind, the slowest kinds by name, and hostile input.
enum DiagnosisGroup {
    static func run(_ table: ResultTable) throws {
        let keys = try SignatureKeys { VectorSet.embedded.bytes(at: $0) }
        let key = keys[.partner].publicKey
        let corpus = try BrokenSignature.all(keys: keys, bodyCount: 1, seed: 131)
        table.row("explain, \(corpus.count) kinds of broken signatures, each", byteCount: nil, count: corpus.count) {
            for broken in corpus { sink(explain(broken, key)) }
        }
        let timed = corpus.map { broken in
            (broken: broken, time: ContinuousClock().measure { sink(explain(broken, key)) })
        }
        for (broken, _) in timed.sorted(by: { $0.time > $1.time }).prefix(3) {
            table.row("explain, \(broken.kind)", byteCount: nil) { sink(explain(broken, key)) }
        }
        try runHostile(table, keys)
    }

    /// Bodies that a search could be lost in, with a signature that nothing explains.
    private static func runHostile(_ table: ResultTable, _ keys: SignatureKeys) throws {
        let key = keys[.partner].publicKey
        let value = try keys[.partner].sign(Array("something else".utf8))
        let bodies: [(name: String, bytes: [UInt8])] = [
            ("1 MiB of digits", [UInt8](repeating: 0x31, count: 1 << 20)),
            ("100,000 empty arrays", Array("[\(Array(repeating: "[]", count: 100_000).joined(separator: ","))]".utf8)),
            ("10 MB of bytes that are no UTF-8", [UInt8](repeating: 0xFF, count: 10_000_000)),
        ]
        for (name, bytes) in bodies {
            table.row("explain, \(name)", byteCount: nil) {
                sink(SignatureDiagnosis.explain(value, over: bytes, key: key))
            }
        }
    }

    private static func explain(_ broken: BrokenSignature, _ key: PublicKey) -> SignatureDiagnosis {
        SignatureDiagnosis.explain(broken.headerValue, over: broken.body, key: key, evidence: broken.evidence)
    }
}
