/// Takes the chunked coding off, as bytes arrive (RFC 9112 section 7.1).
struct ChunkedDecoder {
    private enum State {
        case size(value: Int, digits: Int)
        /// Blanks behind the size; only a chunk extension may follow.
        case blank
        case chunkExtension
        case sizeLineFeed(value: Int)
        case data(remaining: Int)
        case dataCarriageReturn
        case dataLineFeed
        case trailerLine(isEmpty: Bool)
        case trailerLineFeed(isEmpty: Bool)
        case done
    }

    /// Bytes that all chunk extensions of a message may have together: they carry nothing, and cost the sender little.
    private static let maximumExtensionSize = 16 * 1_024
    /// More digits than any allowed size needs, so that leading zeros do not go on for ever.
    private static let maximumDigits = 16

    private let limits: HTTPLimits
    private var state = State.size(value: 0, digits: 0)
    private var size = 0
    private var extensionSize = 0
    private var trailerBytes: [UInt8] = []

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    /// Whether the last line of the trailer section was read.
    var isDone: Bool {
        if case .done = state { true } else { false }
    }

    /// The trailer fields; call it when done.
    func trailers() throws(HTTPError) -> HTTPHeaders {
        guard trailerBytes.count > 2 else { return [:] }
        return try HeadParser.parseTrailers(trailerBytes, limits: limits)
    }

    /// Reads from `offset`, appends content to `body`, and stops behind the message or at the end of the bytes.
    mutating func decode(_ bytes: [UInt8], from offset: inout Int, into body: inout [UInt8]) throws(HTTPError) {
        while offset < bytes.count {
            if case .data(let remaining) = state {
                let count = min(remaining, bytes.count - offset)
                body.append(contentsOf: bytes[offset..<offset + count])
                offset += count
                state = count == remaining ? .dataCarriageReturn : .data(remaining: remaining - count)
                continue
            }
            if case .done = state { return }
            try step(bytes[offset], bodySize: body.count)
            offset += 1
        }
    }

    private mutating func step(_ byte: UInt8, bodySize: Int) throws(HTTPError) {
        switch state {
        case .size(let value, let digits):
            try stepSize(byte, value: value, digits: digits, bodySize: bodySize)
        case .blank, .chunkExtension:
            try stepExtension(byte)
        case .sizeLineFeed(let value):
            try expect(byte, ASCII.lineFeed)
            state = value == 0 ? .trailerLine(isEmpty: true) : .data(remaining: value)
        case .dataCarriageReturn:
            try expect(byte, ASCII.carriageReturn)
            state = .dataLineFeed
        case .dataLineFeed:
            try expect(byte, ASCII.lineFeed)
            state = .size(value: 0, digits: 0)
        case .trailerLine(let isEmpty):
            try appendTrailer(byte)
            guard byte != ASCII.lineFeed else { throw Self.broken("a trailer line ends by CR LF") }
            state = byte == ASCII.carriageReturn ? .trailerLineFeed(isEmpty: isEmpty) : .trailerLine(isEmpty: false)
        case .trailerLineFeed(let isEmpty):
            try appendTrailer(byte)
            try expect(byte, ASCII.lineFeed)
            state = isEmpty ? .done : .trailerLine(isEmpty: true)
        case .data, .done:
            break
        }
    }

    private mutating func stepSize(_ byte: UInt8, value: Int, digits: Int, bodySize: Int) throws(HTTPError) {
        if let digit = ASCII.hexadecimalValue(byte) {
            guard digits < Self.maximumDigits else { throw Self.broken("a chunk size has too many digits") }
            // The value is at most the limit here, so sixteen times it fits for every limit below 2^58.
            let next = value.multipliedReportingOverflow(by: 16)
            let sum = next.partialValue.addingReportingOverflow(Int(digit))
            guard !next.overflow, !sum.overflow, sum.partialValue <= limits.maximumBodySize - bodySize else {
                throw HTTPError(.bodyTooLarge, "the body is larger than \(limits.maximumBodySize) bytes")
            }
            state = .size(value: sum.partialValue, digits: digits + 1)
            return
        }
        guard digits > 0 else { throw Self.broken("a chunk begins with its size in hexadecimal digits") }
        size = value
        switch byte {
        case ASCII.carriageReturn: state = .sizeLineFeed(value: value)
        case ASCII.semicolon: state = .chunkExtension
        case ASCII.space, ASCII.tab: state = .blank
        default: throw Self.broken("behind a chunk size stands CR LF or an extension")
        }
    }

    private mutating func stepExtension(_ byte: UInt8) throws(HTTPError) {
        extensionSize += 1
        guard extensionSize <= Self.maximumExtensionSize else { throw Self.broken("chunk extensions are too long") }
        if case .blank = state {
            guard ASCII.isBlank(byte) || byte == ASCII.semicolon else {
                throw Self.broken("a blank behind a chunk size is followed by an extension")
            }
            if byte == ASCII.semicolon { state = .chunkExtension }
            return
        }
        if byte == ASCII.carriageReturn {
            state = .sizeLineFeed(value: size)
        } else if !ASCII.isFieldByte(byte) {
            throw Self.broken("a chunk extension holds a control byte")
        }
    }

    private mutating func appendTrailer(_ byte: UInt8) throws(HTTPError) {
        guard trailerBytes.count < limits.maximumHeadSize else {
            throw HTTPError(.headTooLarge, "the trailer section is larger than \(limits.maximumHeadSize) bytes")
        }
        trailerBytes.append(byte)
    }

    private func expect(_ byte: UInt8, _ expected: UInt8) throws(HTTPError) {
        guard byte == expected else { throw Self.broken("a line of the chunked coding ends by CR LF") }
    }

    private static func broken(_ sentence: String) -> HTTPError {
        HTTPError(.malformedChunk, sentence)
    }
}
