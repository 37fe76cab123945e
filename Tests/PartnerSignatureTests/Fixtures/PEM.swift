import PartnerSignature
import Testing

/// PEM text, written and edited by hand.
enum PEM {
    static func block(_ label: String, _ der: [UInt8]) -> [UInt8] {
        var text = "-----BEGIN \(label)-----\n"
        let base64 = Array(Base64.encode(der).utf8)
        for start in stride(from: 0, to: base64.count, by: 64) {
            text += String(decoding: base64[start..<min(start + 64, base64.count)], as: UTF8.self) + "\n"
        }
        return Array((text + "-----END \(label)-----\n").utf8)
    }

    /// The DER inside the one block of `pem`.
    static func der(_ pem: [UInt8]) throws -> [UInt8] {
        let lines = String(decoding: pem, as: UTF8.self).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("-----BEGIN") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("-----END") })
        return try Base64.decode(lines[(start + 1)..<end].joined())
    }

    /// `text` with every `old` as `new`.
    static func replacing(_ old: String, by new: String, in text: some Sequence<UInt8>) -> [UInt8] {
        Array(
            String(decoding: Array(text), as: UTF8.self).split(separator: old, omittingEmptySubsequences: false)
                .joined(separator: new).utf8
        )
    }
}
