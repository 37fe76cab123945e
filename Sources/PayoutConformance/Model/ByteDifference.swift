import PayoutContract

/// Where two texts begin to differ, with the bytes around that place.
///
/// It is made only of texts that hold no personal data, such as signatures.
public struct ByteDifference: Hashable, Sendable {
    /// The first byte that differs, from 0.
    public var offset: Int
    /// The offset of the first byte of the two excerpts.
    public var start: Int
    /// What was expected from `start` on, at most ``width`` bytes.
    public var expected: [UInt8]
    /// What came from `start` on, at most ``width`` bytes.
    public var received: [UInt8]
    /// How many bytes were expected.
    public var expectedCount: Int
    /// How many bytes came.
    public var receivedCount: Int

    /// The length of an excerpt.
    public static let width = 24

    /// Compares two texts, or returns nil when they are the same.
    public init?(expected: [UInt8], received: [UInt8]) {
        guard expected != received else { return nil }
        offset =
            zip(expected, received).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, received.count)
        start = max(0, offset - Self.width / 3)
        self.expected = Array(expected.dropFirst(start).prefix(Self.width))
        self.received = Array(received.dropFirst(start).prefix(Self.width))
        expectedCount = expected.count
        receivedCount = received.count
    }

    /// Compares two texts, or returns nil when they are the same, or hold what a report must not show.
    init?(expected: String, received: String) {
        guard SensitiveData.masked(text: expected + received) == expected + received else { return nil }
        self.init(expected: Array(expected.utf8), received: Array(received.utf8))
    }

    /// The two excerpts as lines of hexadecimal digits with their printable characters.
    public var lines: [String] {
        [
            "the first difference is at byte \(offset); \(expectedCount) bytes expected, \(receivedCount) received",
            "expected  \(start): " + Self.dump(expected), "received  \(start): " + Self.dump(received),
        ]
    }

    /// Bytes as pairs of digits.
    static func hexadecimal(_ bytes: [UInt8]) -> [String] {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    }

    /// Bytes as characters, those that can't be printed as dots.
    static func characters(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { 0x21...0x7E ~= $0 ? Unicode.Scalar($0) : "." }))
    }

    private static func dump(_ bytes: [UInt8]) -> String {
        hexadecimal(bytes).joined(separator: " ") + "  " + characters(bytes)
    }
}
