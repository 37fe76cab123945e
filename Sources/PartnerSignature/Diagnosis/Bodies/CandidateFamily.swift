/// A group of byte strings that people sign instead of the body; the most likely come first.
struct CandidateFamily {
    /// What is ruled out when none of them fits.
    let name: String

    /// Offers them one by one.
    let offer: (inout CandidateSearch) -> Void

    /// All families in the order of the search.
    static func all(evidence: DiagnosisEvidence, key: PublicKey) -> [CandidateFamily] {
        [
            CandidateFamily(name: "the body as it was received", offer: { $0.offer($0.received, []) }),
            CandidateFamily(name: "line breaks, blanks and byte order marks", offer: EdgeCandidates.offer),
            CandidateFamily(name: "an empty body, {}, [] and other constants", offer: ConstantCandidates.offer),
            CandidateFamily(
                name: "the same JSON with other blanks, escapes and order, other numbers, empty members, nulls and "
                    + "Unicode forms, or masked",
                offer: JSONCandidates.offer
            ),
            CandidateFamily(name: "other character encodings", offer: EncodingCandidates.offer),
            CandidateFamily(
                name: "the body in Base64, hexadecimal, as a string, URL, form data or HTML",
                offer: WrappedCandidates.offer
            ),
            CandidateFamily(name: "a part of the body", offer: PartCandidates.offer),
            CandidateFamily(name: "other messages and the public key") {
                OtherCandidates.offer(evidence, key: key, to: &$0)
            },
            CandidateFamily(name: "the body with method, path or header fields, HTTP Signatures") {
                ContextCandidates.offer(evidence.request, to: &$0)
            },
            CandidateFamily(name: "one changed digit", offer: DigitCandidates.offer),
            CandidateFamily(name: "two such changes to the JSON value", offer: JSONCandidates.offerPairs),
        ]
    }
}
