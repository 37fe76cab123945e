public import PartnerSignature
import PayoutRegression

/// A signature that does not match, and why: material to try a diagnosis on.
public struct BrokenSignature: Sendable, CustomStringConvertible {
    /// What a diagnosis has to come to.
    public enum Expectation: Hashable, Sendable {
        /// These mistakes, by their identifiers, and no others.
        case explained(Set<String>)
        /// The right key signed something that nobody can guess.
        case somethingElse
        /// No key that is known made it, or it is damaged.
        case unknownKey
    }

    /// The way in which it is broken; several signatures are broken in the same way.
    public let kind: String
    /// The body as received.
    public let body: [UInt8]
    /// The header value as received.
    public let headerValue: String
    /// What else is known.
    public let evidence: DiagnosisEvidence
    /// What was signed, where a diagnosis can find that out.
    public let signed: [UInt8]?
    /// What a diagnosis has to come to.
    public let expectation: Expectation

    /// The kind.
    public var description: String { kind }
}

extension BrokenSignature {
    /// Makes every kind once for each of `bodyCount` different bodies.
    ///
    /// - Parameters:
    ///   - keys: The public test keys; all is verified with the partner's.
    ///   - bodyCount: How many bodies.
    ///   - seed: The same seed gives the same signatures.
    /// - Throws: `VectorGenerationError` when a key cannot sign or OpenSSL lacks a digest algorithm.
    public static func all(
        keys: SignatureKeys,
        bodyCount: Int,
        seed: UInt64
    ) throws(VectorGenerationError) -> [BrokenSignature] {
        let forge = SignatureForge(keys: keys)
        var generator = SeededRandom(seed: seed)
        var broken: [BrokenSignature] = []
        for _ in 0..<bodyCount {
            let bench = BreakingBench(forge: forge, using: &generator)
            for kind in BreakingKind.all { broken.append(try kind.make(on: bench)) }
        }
        return broken
    }
}
