import PartnerSignature
import PayoutContract
import StrictJSON

/// Where the bytes that were signed begin to differ from the body, with the bytes around that place, masked.
public struct SignedDifference: Hashable, Sendable {
    /// The first byte that differs, from 0.
    public var offset: Int
    /// The offset of the first byte of the two excerpts.
    public var start: Int
    /// The body from `start` on, at most ``width`` bytes.
    public var body: [UInt8]
    /// What was signed from `start` on, at most ``width`` bytes.
    public var signed: [UInt8]
    /// How many bytes the body has.
    public var bodyCount: Int
    /// How many bytes were signed.
    public var signedCount: Int

    /// The length of an excerpt.
    public static let width = 24

    /// Compares a body with what was signed in its place.
    ///
    /// - Returns: Nil when they are the same, and when what was signed is no JSON object: personal data is found by the
    ///   names of members, and could stand anywhere in another form.
    public init?(body: [UInt8], signed: [UInt8]) {
        guard body != signed, (try? JSONDocument(parsing: signed))?.root.kind == .object else { return nil }
        offset = zip(body, signed).enumerated().first { $1.0 != $1.1 }?.offset ?? min(body.count, signed.count)
        start = max(0, offset - Self.width / 3)
        self.body = Array(SensitiveData.covered(body).dropFirst(start).prefix(Self.width))
        self.signed = Array(SensitiveData.covered(signed).dropFirst(start).prefix(Self.width))
        bodyCount = body.count
        signedCount = signed.count
    }

    /// The two excerpts as lines of hexadecimal digits with their printable characters.
    public var lines: [String] {
        [
            "the first difference is at byte \(offset); the body has \(bodyCount) bytes, \(signedCount) were signed",
            "body    \(start): " + Self.dump(body), "signed  \(start): " + Self.dump(signed),
        ]
    }

    /// Bytes as characters, those that can't be printed as dots.
    static func characters(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { 0x21...0x7E ~= $0 ? Unicode.Scalar($0) : "." }))
    }

    private static func dump(_ bytes: [UInt8]) -> String {
        bytes.map { Hexadecimal.encode([$0]) }.joined(separator: " ") + "  " + characters(bytes)
    }
}
