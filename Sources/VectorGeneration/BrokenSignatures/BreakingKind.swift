import PartnerSignature

/// One way of breaking a signature.
struct BreakingKind: Sendable {
    /// What comes out of it.
    struct Product {
        var received: [UInt8]
        var signed: [UInt8]?
        var headerValue: String
        var headers: [(name: String, value: String)] = []
    }

    let name: String
    let expectation: BrokenSignature.Expectation
    let product: @Sendable (BreakingBench) throws(VectorGenerationError) -> Product

    init(
        _ name: String,
        _ expectation: BrokenSignature.Expectation,
        _ product: @escaping @Sendable (BreakingBench) throws(VectorGenerationError) -> Product
    ) {
        self.name = name
        self.expectation = expectation
        self.product = product
    }

    static let all: [BreakingKind] =
        edges + encoders + characters + wholes + schemes + contents + texts + keys + pairs
        + foreign + unknown

    func make(on bench: BreakingBench) throws(VectorGenerationError) -> BrokenSignature {
        let product = try product(bench)
        return BrokenSignature(
            kind: name,
            body: product.received,
            headerValue: product.headerValue,
            evidence: bench.evidence(headers: product.headers),
            signed: product.signed,
            expectation: expectation
        )
    }

    /// A right signature of other bytes than those received.
    static func bytes(
        _ name: String,
        _ mistakes: String...,
        make: @escaping @Sendable (BreakingBench) -> (signed: [UInt8], received: [UInt8])
    ) -> BreakingKind {
        BreakingKind(name, .explained(Set(mistakes))) { bench throws(VectorGenerationError) in
            let (signed, received) = make(bench)
            return Product(received: received, signed: signed, headerValue: try bench.forge.sign(signed))
        }
    }

    /// A signature of the received bytes that was made in another way.
    static func scheme(
        _ name: String,
        _ mistakes: String...,
        sign: @escaping @Sendable (SignatureForge, [UInt8]) throws(VectorGenerationError) -> String
    ) -> BreakingKind {
        BreakingKind(name, .explained(Set(mistakes))) { bench throws(VectorGenerationError) in
            let body = bench.compact
            return Product(received: body, signed: body, headerValue: try sign(bench.forge, body))
        }
    }

    /// A right signature in another text.
    static func text(
        _ name: String,
        _ mistakes: String...,
        write: @escaping @Sendable (_ right: String, _ bytes: [UInt8]) -> String
    ) -> BreakingKind {
        BreakingKind(name, .explained(Set(mistakes))) { bench throws(VectorGenerationError) in
            let body = bench.compact
            let bytes = try bench.forge.signatureBytes(of: body)
            return Product(received: body, signed: body, headerValue: write(Base64.encode(bytes), bytes))
        }
    }
}
