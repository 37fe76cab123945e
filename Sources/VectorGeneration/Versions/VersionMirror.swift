import PayoutContract
import StrictJSON

/// Says in the words of API v2 what is written for API v1.
///
/// The versions are one contract under two sets of names (the official PHP SDK 2.10.7; the bank's page "Payouts with a
/// widget", step 7). Each name is exchanged for the other, so a name that is wrong in v1 because it belongs to v2 becomes
/// the right one, and the right one wrong.
struct VersionMirror {
    private static let counterparts: [String: String] = {
        let both = VersionNames.pairs + VersionNames.pairs.map { ($1, $0) }
        return Dictionary(uniqueKeysWithValues: both)
    }()

    /// The name of a member.
    static func name(_ name: String) -> String {
        counterparts[name] ?? name
    }

    /// A JSON Pointer into a body.
    static func pointer(_ pointer: JSONPointer) -> JSONPointer {
        JSONPointer(tokens: pointer.tokens.map(name))
    }

    /// The URI of a schema, or a reference to it.
    static func reference(_ uri: String) -> String {
        let mark = "urn:bank131:payout:v1:"
        return uri.hasPrefix(mark) ? "urn:bank131:payout:v2:" + uri.dropFirst(mark.count) : uri
    }

    /// A sentence: names of members and of versions are exchanged.
    ///
    /// `payments` is an English word too. It counts as a name where it is written as a part of a path: `session.payments`.
    static func sentence(_ text: String) -> String {
        var result = ""
        var word = ""
        var before: Character?
        for character in text + " " {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
                continue
            }
            result += Self.word(word, after: before)
            word = ""
            result.append(character)
            before = character
        }
        return String(result.dropLast())
    }

    private static func word(_ word: String, after character: Character?) -> String {
        switch word {
        case "v1": "v2"
        case "v2": "v1"
        case "payments" where character != ".": word
        default: name(word)
        }
    }

    /// The exact bytes of a body: the names of members are exchanged, and every other byte stays.
    ///
    /// The bytes need not be JSON. A name is a quoted word before a colon.
    static func body(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var next = 0
        while next < bytes.count {
            if bytes[next] == quote, let (name, end) = memberName(in: bytes, at: next), let other = counterparts[name] {
                result += [quote] + Array(other.utf8) + [quote]
                next = end
            } else {
                result.append(bytes[next])
                next += 1
            }
        }
        return result
    }

    private static let quote = UInt8(ascii: "\"")

    /// The name whose opening quote is at `start`, and the offset behind its closing quote.
    private static func memberName(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
        let longest = 32
        guard let close = bytes[(start + 1)...].prefix(longest).firstIndex(of: quote) else { return nil }
        let behind = bytes[(close + 1)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard behind == UInt8(ascii: ":") else { return nil }
        return (String(decoding: bytes[(start + 1)..<close], as: UTF8.self), close + 1)
    }
}
