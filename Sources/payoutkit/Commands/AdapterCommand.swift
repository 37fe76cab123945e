import PayoutConformance

extension CommandDefinition {
    /// `payoutkit adapter`: the kit's own partner behind the protocol of adapters.
    static let adapter = CommandDefinition(
        "adapter",
        summary: "Answer the requests of conform adapter with the kit's own partner, on standard input and output",
        discussion: """
            One JSON object a line, at most 4 MiB each: hello, sign, verify, encode and receive_webhook. The partner is
            strict: a signature without its padding, with line breaks or with blanks is not valid.
            """
    ) { _, console in
        let server = AdapterServer(ReferencePartner.parts())
        try console.forEachLine(of: "-", maximumLineByteCount: 4 << 20) { line in
            console.write(server.answer(to: line) + [UInt8(ascii: "\n")])
            return true
        }
        return .right
    }
}
