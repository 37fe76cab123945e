import StrictJSON

/// Reads the block that the public key recovers, also where its padding or its content is not as it should be.
enum BlockAnalysis {
    /// What the block may hold, the most likely first; nothing when it looks like noise.
    static func hypotheses(in block: RecoveredBlock, bitCount: Int) -> [Hypothesis] {
        if let content = block.content {
            return ContentAnalysis.hypotheses(in: content, framing: [], isCertain: true)
                .map { hypothesis in
                    var hypothesis = hypothesis
                    if case .digest = hypothesis.form { hypothesis.structure = content }
                    return hypothesis
                }
        }
        if let found = digestInfo(in: block.bytes) {
            return ContentAnalysis.hypotheses(in: found.content, framing: [found.mistake], isCertain: true)
        }
        var found = SaltedBlock.hypotheses(in: block.bytes, bitCount: bitCount)
        // Zeros at the start are rare enough in noise to have a look at what follows, not to draw a conclusion.
        let zeros = block.bytes.prefix { $0 == 0x00 }.count
        if zeros >= 8 {
            let content = Array(block.bytes[zeros...])
            found += ContentAnalysis.hypotheses(in: content, framing: [.noPadding], isCertain: false)
        }
        return found
    }

    /// A DigestInfo of a known algorithm somewhere in the block: its 15 bytes or more are no accident.
    private static func digestInfo(in block: [UInt8]) -> (content: [UInt8], mistake: Mistake)? {
        for algorithm in DigestAlgorithm.all {
            guard let start = ByteSearch.firstRange(of: algorithm.digestInfoPrefix, in: block)?.lowerBound,
                block.count >= start + algorithm.digestInfoPrefix.count + algorithm.byteCount
            else { continue }
            return (Array(block[start...]), framing(block[..<start]))
        }
        return nil
    }

    /// Names what stands in the place of the padding.
    private static func framing(_ start: ArraySlice<UInt8>) -> Mistake {
        guard start.count > 2, start[0] == 0x00 else {
            return start.allSatisfy { $0 == 0x00 } ? .noPadding : .brokenPadding
        }
        let padding = start[2...].dropLast()
        switch start[1] {
        case 0x01: return padding.allSatisfy { $0 == 0xFF } && start.last == 0x00 ? .shortPadding : .brokenPadding
        case 0x00: return padding.allSatisfy { $0 == 0x00 } ? .noPadding : .brokenPadding
        default: return .blockType
        }
    }
}
