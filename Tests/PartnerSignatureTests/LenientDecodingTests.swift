import PartnerSignature
import Testing

/// A right signature in a form that is no standard Base64, and whether a decoder that skips foreign characters takes it.
struct LooseForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let isTaken: Bool
    let write: @Sendable (String) -> String

    init(_ testDescription: String, isTaken: Bool, _ write: @escaping @Sendable (String) -> String) {
        self.testDescription = testDescription
        self.isTaken = isTaken
        self.write = write
    }

    static let all: [LooseForm] = [
        LooseForm("no padding", isTaken: true) { String($0.dropLast(2)) },
        LooseForm("one = too many", isTaken: true) { $0 + "=" },
        LooseForm("line break at the end", isTaken: true) { $0 + "\r\n" },
        LooseForm("blank inside", isTaken: true) { String($0.prefix(10)) + " " + $0.dropFirst(10) },
        LooseForm("in quotation marks", isTaken: true) { "\"\($0)\"" },
        LooseForm("Cyrillic inside", isTaken: true) { String($0.prefix(10)) + "\u{416}" + $0.dropFirst(10) },
        LooseForm("twice", isTaken: false) { $0 + $0 },
        LooseForm("base64url", isTaken: false) { String($0.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }) },
        LooseForm("a character lost", isTaken: false) { String($0.dropFirst()) },
        LooseForm("percent-encoded", isTaken: false) { String($0.dropLast(2)) + "%3D%3D" },
        LooseForm("hexadecimal", isTaken: false) { Hexadecimal.encode((try? Base64.decode($0)) ?? []) },
        LooseForm("a megabyte of line breaks behind it", isTaken: false) {
            $0 + String(repeating: "\n", count: 1 << 20)
        },
    ]
}

@Suite("Signatures: what a lenient decoder would take") struct LenientDecodingTests {
    @Test(arguments: LooseForm.all)
    func `a loose form is refused, and it is told whether others take it`(_ form: LooseForm) throws {
        let keys = try PublishedKeys.partner.get()
        let value = form.write(try keys.privateKey.sign([]))
        let fault = try #require(keys.publicKey.verify(value, over: []).fault)
        #expect(fault.rule == "SIG.BASE64")
        #expect(fault.passesLenientDecoding == form.isTaken)
    }

    @Test func `a loose form of a wrong signature is not told to be taken`() throws {
        let keys = try PublishedKeys.partner.get()
        let value = try keys.privateKey.sign([0x20]) + "\n"
        #expect(keys.publicKey.verify(value, over: []).fault?.passesLenientDecoding == false)
    }
}
