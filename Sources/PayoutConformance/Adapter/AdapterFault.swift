import PayoutContract

/// What an adapter did instead of answering as the protocol says.
struct AdapterFault: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The program can't be started, or does not say hello.
        case notStarted
        /// The program ended, or closed its output.
        case ended
        /// A line that is no answer: no JSON, too long, or without a known id.
        case badLine
        /// No answer in time.
        case missedDeadline
        /// An answer without what was asked for.
        case badAnswer
        /// The kit itself ended the program, because of another request.
        case stopped
    }

    var kind: Kind
    /// What the adapter did, as a clause that follows "the adapter".
    var clause: String

    static func lacks(_ what: String) -> AdapterFault {
        AdapterFault(kind: .badAnswer, clause: "gave an answer without \(what)")
    }

    static func missed(_ deadline: Duration) -> AdapterFault {
        AdapterFault(kind: .missedDeadline, clause: "gave no answer within \(deadline.inSeconds) s")
    }

    static func notJSON(_ line: [UInt8]) -> AdapterFault {
        let start = String(decoding: line.prefix(80).map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
        return AdapterFault(
            kind: .badLine,
            clause: "wrote a line that is no JSON object: \(SensitiveData.masked(text: start))"
        )
    }

    static func unknownID(_ id: Int64) -> AdapterFault {
        AdapterFault(kind: .badLine, clause: "answered \(id), which is no id of an open request")
    }

    static let stopped = AdapterFault(kind: .stopped, clause: "was stopped")

    static let lineTooLong = AdapterFault(kind: .badLine, clause: "wrote a line of more than 4 MiB")

    static func ended(_ end: ProcessEnd?) -> AdapterFault {
        let how = end.map { "; \($0)" } ?? ""
        return AdapterFault(kind: .ended, clause: "ended before it had answered\(how)")
    }
}
