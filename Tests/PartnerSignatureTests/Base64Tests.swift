import PartnerSignature
import Testing

@Suite("Base64: RFC 4648 section 4") struct Base64Tests {
    /// Section 10 of the RFC, and the two characters that tell the alphabets apart.
    static let pairs: [(plain: String, text: String)] = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("~~~???", "fn5+Pz8/"),
    ]

    @Test(arguments: pairs) func `the vectors of the RFC`(_ pair: (plain: String, text: String)) throws {
        #expect(Base64.encode(Array(pair.plain.utf8)) == pair.text)
        #expect(try Base64.decode(pair.text) == Array(pair.plain.utf8))
    }

    static let refused: [(text: String, code: Base64Error.Code, offset: Int)] = [
        ("Z", .missingPadding, 1), ("Zg", .missingPadding, 2), ("Zg=", .missingPadding, 3), ("Zm8", .missingPadding, 3),
        ("Zm9vY", .missingPadding, 5), ("=", .unexpectedPadding, 0), ("====", .unexpectedPadding, 0),
        ("Zm9v=", .unexpectedPadding, 4), ("Z===", .unexpectedPadding, 1), ("Zg===", .trailingData, 4),
        ("Zg==Zg==", .trailingData, 4), ("Zg==\n", .trailingData, 4), ("Zg=g", .unexpectedByte, 3),
        ("Zm9v\n", .unexpectedByte, 4), (" Zm9v", .unexpectedByte, 0), ("Zm9v\r\nYmFy", .unexpectedByte, 4),
        ("fn5-Pz8_", .unexpectedByte, 3), ("Zm9\u{0}", .unexpectedByte, 3), ("Zмм", .unexpectedByte, 1),
        ("Zh==", .unusedBits, 1), ("Zm9=", .unusedBits, 2), ("\"Zg==\"", .unexpectedByte, 0),
    ]

    @Test(arguments: refused)
    func `all else is refused at its first wrong byte`(_ bad: (text: String, code: Base64Error.Code, offset: Int)) {
        let error = #expect(throws: Base64Error.self) { try Base64.decode(bad.text) }
        #expect(error?.code == bad.code)
        #expect(error?.offset == bad.offset)
    }

    @Test func `no two texts stand for the same bytes`() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var accepted = 0
        for first in alphabet {
            for second in alphabet {
                let text = [first, second, 0x3D, 0x3D]
                guard let bytes = try? Base64.decode(text) else { continue }
                accepted += 1
                #expect(Base64.encode(bytes) == String(decoding: text, as: UTF8.self))
            }
        }
        #expect(accepted == 256)
    }

    @Test func `every length comes back as it was`() throws {
        for count in 0...300 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            let text = Base64.encode(bytes)
            #expect(text.utf8.count == (count + 2) / 3 * 4)
            #expect(try Base64.decode(text) == bytes)
        }
    }
}
