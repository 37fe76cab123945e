/// Offers byte strings to the hypotheses about a signature until one fits or the budget is spent.
struct CandidateSearch {
    /// A candidate that fits.
    struct Match {
        let mistakes: [Mistake]
        let signed: [UInt8]
        /// The hypothesis that it fits.
        let hypothesis: Hypothesis
    }

    /// The body as it was received.
    let received: [UInt8]
    private let hypotheses: [Hypothesis]
    private let bench = DigestBench()
    private let candidateLimit: Int
    private let byteLimit: Int

    private(set) var match: Match?
    private(set) var candidateCount = 0
    private(set) var isBudgetSpent = false
    /// How many families were left out, whole or in part, because the body is too large for them.
    private(set) var skippedCount = 0
    private var byteCount = 0

    init(_ hypotheses: [Hypothesis], received: [UInt8], budget: DiagnosisBudget) {
        self.hypotheses = hypotheses
        self.received = received
        candidateLimit = budget.candidateCount
        // The body itself and a few of its simplest forms are tried however long it is.
        byteLimit = max(budget.byteCount, min(received.count * 4, 64 << 20))
    }

    /// Whether nothing more needs to be offered.
    var isOver: Bool { match != nil || isBudgetSpent }

    /// Compares a candidate with what was signed.
    ///
    /// - Parameter mistakes: What has to have gone wrong for these bytes to be signed.
    mutating func offer(_ bytes: [UInt8], _ mistakes: @autoclosure () -> [Mistake]) {
        guard !isOver else { return }
        guard candidateCount < candidateLimit, byteCount + bytes.count <= byteLimit else {
            isBudgetSpent = true
            return
        }
        candidateCount += 1
        byteCount += bytes.count
        guard let digest = bench.digest(.sha256, of: bytes) else { return }
        for hypothesis in hypotheses {
            guard let hashed = hypothesis.match(bytes, digest: digest, by: bench) else { continue }
            match = Match(
                mistakes: hypothesis.mistakes + hashed + mistakes(),
                signed: bytes,
                hypothesis: hypothesis
            )
            return
        }
    }

    /// Notes that candidates were left out because the body is too large for them.
    mutating func skip() {
        skippedCount += 1
    }

    /// Compares a text with what was signed.
    mutating func offer(_ text: String, _ mistakes: @autoclosure () -> [Mistake]) {
        offer(Array(text.utf8), mistakes())
    }
}
