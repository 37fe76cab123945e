@testable import HTTPWire

/// Reads messages from bytes that arrive in pieces of a given size.
func readMessages(
    _ bytes: [UInt8],
    role: MessageReader.Role = .request,
    pieceSize: Int,
    limits: HTTPLimits = HTTPLimits(),
    withoutBody: Bool = false
) throws(HTTPError) -> [MessageReader.Message] {
    var reader = MessageReader(role, limits: limits)
    reader.nextHasNoBody = withoutBody
    var messages: [MessageReader.Message] = []
    var offset = 0
    while offset < bytes.count {
        let end = min(bytes.count, offset + pieceSize)
        feed(bytes[offset..<end], to: &reader)
        offset = end
        reading: while true {
            switch try reader.next() {
            case .needsMore: break reading
            case .expectsContinue: continue
            case .message(let message): messages.append(message)
            }
        }
    }
    if let last = try reader.finishAtEndOfStream() { messages.append(last) }
    return messages
}

private func feed(_ bytes: ArraySlice<UInt8>, to reader: inout MessageReader) {
    bytes.withUnsafeBytes { reader.append($0) }
}

/// A text as bytes, with a line feed of the source standing for CR LF.
func lines(_ text: String) -> [UInt8] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
}
