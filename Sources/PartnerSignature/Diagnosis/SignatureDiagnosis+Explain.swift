extension SignatureDiagnosis {
    /// Finds out why a signature does not match.
    ///
    /// The padded block that the public key recovers holds the digest of what was signed. So the RSA operation is done
    /// once, and each form in which the body may have been signed costs one digest.
    ///
    /// The same input gives the same result; how much is tried is bounded by `budget`, whatever the input is.
    ///
    /// - Parameters:
    ///   - headerValue: The value of `X-PARTNER-SIGN` as received.
    ///   - body: The body as received.
    ///   - key: The key that should have verified it.
    ///   - evidence: What else is known.
    ///   - budget: How much may be tried.
    public static func explain(
        _ headerValue: String,
        over body: [UInt8],
        key: PublicKey,
        evidence: DiagnosisEvidence = DiagnosisEvidence(),
        budget: DiagnosisBudget = .standard
    ) -> SignatureDiagnosis {
        let digest = SHA256Digest(of: body)
        let verdict = key.verify(headerValue, over: digest)
        guard let fault = verdict.fault else {
            return SignatureDiagnosis(.valid, fault: nil, receivedDigest: digest)
        }
        guard headerValue.utf8.count <= SignatureReading.maximumByteCount else {
            return SignatureDiagnosis(.notExamined, fault: fault, receivedDigest: digest)
        }
        var values: [(mistakes: [Mistake], value: String)] = [([], headerValue)]
        for field in evidence.request?.headers.prefix(32) ?? [] where field.value != headerValue {
            values.append(([Mistake.otherHeader.with(detail: field.name)], field.value))
        }
        var signatures = RecoveredSignatures(key: key, evidence: evidence, budget: budget)
        for (mistakes, value) in values { signatures.read(value, mistakes, isReceived: value == headerValue) }
        var search = CandidateSearch(signatures.hypotheses, received: body, budget: budget)
        let ruledOut = run(&search, evidence: evidence, key: key, hasHypotheses: !signatures.hypotheses.isEmpty)
        return SignatureDiagnosis(
            conclusion(search, signatures, headerValue: headerValue, received: body),
            fault: fault,
            receivedDigest: digest,
            digestInfo: (search.match?.hypothesis ?? signatures.hypotheses.first(where: \.isCertain))?.structure,
            ruledOut: signatures.ruledOut + ruledOut,
            candidateCount: search.candidateCount,
            isBudgetSpent: search.isBudgetSpent || search.skippedCount > 0
        )
    }

    private init(
        _ conclusion: Conclusion,
        fault: SignatureFault?,
        receivedDigest: SHA256Digest,
        digestInfo: [UInt8]? = nil,
        ruledOut: [String] = [],
        candidateCount: Int = 0,
        isBudgetSpent: Bool = false
    ) {
        self.conclusion = conclusion
        self.fault = fault
        self.receivedDigest = receivedDigest
        self.digestInfo = digestInfo
        self.ruledOut = ruledOut
        self.candidateCount = candidateCount
        self.isBudgetSpent = isBudgetSpent
    }

    /// Offers the families one by one, and returns the names of those in which nothing fits.
    private static func run(
        _ search: inout CandidateSearch,
        evidence: DiagnosisEvidence,
        key: PublicKey,
        hasHypotheses: Bool
    ) -> [String] {
        // Without anything to compare with there is nothing to search.
        guard hasHypotheses else { return [] }
        var ruledOut: [String] = []
        for family in CandidateFamily.all(evidence: evidence, key: key) {
            let skippedCount = search.skippedCount
            family.offer(&search)
            guard !search.isOver else { break }
            if search.skippedCount == skippedCount { ruledOut.append(family.name) }
        }
        return ruledOut
    }

    private static func conclusion(
        _ search: CandidateSearch,
        _ signatures: RecoveredSignatures,
        headerValue: String,
        received: [UInt8]
    ) -> Conclusion {
        if let match = search.match, !match.mistakes.isEmpty {
            return .explained(
                Explanation(
                    mistakes: match.mistakes,
                    signed: match.signed,
                    difference: ByteDifference(received: received, signed: match.signed)
                )
            )
        }
        if let certain = signatures.hypotheses.first(where: \.isCertain) {
            var content = SignedContent(mistakes: certain.mistakes, algorithm: nil, digest: nil)
            if case .digest(let algorithm, let digest) = certain.form {
                content = SignedContent(mistakes: certain.mistakes, algorithm: algorithm, digest: digest)
            }
            return .somethingElse(content)
        }
        if let mistake = ForeignValue.mistake(behind: headerValue, readings: signatures.receivedReadings) {
            return .explained(Explanation(mistakes: [mistake], signed: nil, difference: nil))
        }
        return signatures.isOfOtherLength
            ? .explained(Explanation(mistakes: [signatures.otherLength], signed: nil, difference: nil)) : .unknownKey
    }
}
