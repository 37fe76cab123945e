/// The body with one digit changed: an amount, an account or an id that was tampered with.
enum DigitCandidates {
    /// Above this many digits the search would cost more than it is worth.
    private static let maximumDigitCount = 400
    private static let maximumByteCount = 4_096

    static func offer(to search: inout CandidateSearch) {
        var body = search.received
        guard body.count <= maximumByteCount else { return search.skip() }
        let offsets = body.indices.filter { (0x30...0x39).contains(body[$0]) }
        if offsets.count > maximumDigitCount { search.skip() }
        for offset in offsets.prefix(maximumDigitCount) {
            let digit = body[offset]
            for other in 0x30...0x39 as ClosedRange<UInt8> where other != digit {
                guard !search.isOver else { return }
                body[offset] = other
                search.offer(body, [.oneDigit])
            }
            body[offset] = digit
        }
    }
}
