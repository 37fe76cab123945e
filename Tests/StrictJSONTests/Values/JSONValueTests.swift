@_spi(Tape) import StrictJSON
import Testing

@Suite("Values of a document") struct JSONValueTests {
    private static let text =
        #" {"n":null, "b":[true,false], "i":-12, "s":"a\u00e9\n", "o":{"x":{},"y":[]}, "é":1.50} "#
    private let root: JSONValue

    init() throws { root = try JSONDocument(parsing: Self.text).root }

    @Test func `has a kind and the bytes it was written with`() throws {
        let expected: [(String, JSONValue.Kind, String)] = [
            ("n", .null, "null"), ("b", .array, "[true,false]"), ("i", .number, "-12"), ("s", .string, #""a\u00e9\n""#),
            ("o", .object, #"{"x":{},"y":[]}"#), ("é", .number, "1.50"),
        ]
        #expect(root.kind == .object)
        #expect(root.count == 6)
        for (name, kind, raw) in expected {
            let value = try #require(root[name])
            #expect(value.kind == kind)
            #expect(value.rawBytes == Array(raw.utf8))
            #expect(Array(Self.text.utf8)[value.byteRange].elementsEqual(raw.utf8))
        }
    }

    @Test func `gives its content as one type only`() throws {
        let n = try #require(root["n"])
        #expect(n.isNull && n.boolean == nil && n.number == nil && n.string == nil && n.count == 0)
        #expect(root["b"]?[0]?.boolean == true)
        #expect(root["b"]?[1]?.boolean == false)
        #expect(root["i"]?.number?.int64 == -12)
        #expect(root["i"]?.string == nil)
        #expect(root["s"]?.string == "aé\n")
        #expect(root["s"]?.stringBytes == [0x61, 0xC3, 0xA9, 0x0A])
        #expect(root["é"]?.number?.literal == "1.50")
        #expect(!root.isNull && root.string == nil && root.stringBytes == nil)
    }

    @Test func `lists members in the order of the text`() throws {
        #expect(root.members.map(\.name) == ["n", "b", "i", "s", "o", "é"])
        let last = try #require(root.members.map { $0 }.last)
        #expect(last.nameBytes == [0xC3, 0xA9])
        #expect(Array(Self.text.utf8)[last.nameByteRange].elementsEqual("\"é\"".utf8))
        #expect(Array(Self.text.utf8)[last.byteRange].elementsEqual("\"é\":1.50".utf8))
        #expect(root["o"]?.members.map(\.value.kind) == [.object, .array])
        #expect(root["b"]?.members.map(\.name) == [])
        #expect(root["n"]?.members.map(\.name) == [])
    }

    @Test func `lists elements in their order`() throws {
        #expect(root["b"]?.elements.map(\.boolean) == [true, false])
        #expect(root.elements.map(\.kind) == [])
        #expect(root["o"]?["y"]?.elements.map(\.kind) == [])
    }

    @Test func `finds nothing where nothing is`() {
        #expect(root["x"] == nil)
        #expect(root["N"] == nil)
        #expect(root[0] == nil)
        #expect(root["b"]?[2] == nil)
        #expect(root["b"]?[-1] == nil)
        #expect(root["b"]?["0"] == nil)
        #expect(root["e\u{301}"] == nil)
        #expect(root[""] == nil)
    }

    @Test(arguments: [
        "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnopqrstuvwxyz", "é", "\n",
    ])
    func `finds names of every length, escaped or not`(_ name: String) throws {
        let escaped = name.utf16.map { unit in
            "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
        }
        for text in [JSONWriter().writeString(quoting: name), "\"\(escaped.joined())\""] {
            let document = try JSONDocument(parsing: "{\"other\":0,\(text):1,\"\(name.count)x\":2}")
            #expect(document.root[name]?.number == 1)
            #expect(document.root.value(ofName: Array(name.utf8))?.number == 1)
            #expect(document.root.members.contains { $0.name == name })
        }
    }

    @Test func `counts the scalars of a string`() throws {
        let document = try JSONDocument(parsing: #"["", "abc", "Иван", "\ud83d\ude00😀", "a\n", "\u00e9"]"#)
        let counts = document.withTape { tape in
            (1..<tape.count).map { tape.scalarCount($0) }
        }
        #expect(counts == [0, 3, 4, 2, 2, 1])
    }

    @Test func `a tape is walked by its indices`() throws {
        let document = try JSONDocument(parsing: #"{"a":[1,[2]],"b":-3}"#)
        document.withTape { tape in
            #expect(tape.count == 8)
            #expect(
                (0..<8).map { tape.kind($0) } == [.object, .name, .array, .number, .array, .number, .name, .number]
            )
            #expect(tape.next(0) == 8)
            #expect(tape.next(2) == 6)
            #expect(tape.childCount(0) == 2)
            #expect(tape.childCount(2) == 2)
            #expect(tape.shortInteger(7) == -3)
            #expect(tape.int64(5) == 2)
            #expect(tape.byteRange(1) == 1..<4)
            #expect(Array(tape.content(1)) == [0x61])
            #expect(tape[1].link == NameFingerprint.of([0x61]))
        }
    }

    @Test func `plain integers of 18 digits are short, longer ones are not`() throws {
        let document = try JSONDocument(
            parsing: "[999999999999999999,-999999999999999999,1000000000000000000,1.0,1e1,0,-0,-1]"
        )
        document.withTape { tape in
            #expect(
                (1..<tape.count).map { tape[$0].isShortInteger } == [true, true, false, false, false, true, true, true]
            )
            #expect(tape.shortInteger(1) == 999_999_999_999_999_999)
            #expect(tape.shortInteger(2) == -999_999_999_999_999_999)
            #expect(tape.int64(3) == 1_000_000_000_000_000_000)
            #expect((1..<tape.count).map { tape.isMathematicalInteger($0) }.allSatisfy { $0 })
        }
    }

    /// A count of 2^24 - 1 stands for all from there on; such texts are too long for a test.
    @Test func `a count that does not fit its bits is walked`() {
        let saturated = TapeEntry.saturatedCount << 8
        let scalar = TapeEntry(start: 0, end: 0, link: 0, info: UInt32(TapeEntry.Kind.null.rawValue))
        for (kind, count) in [(TapeEntry.Kind.array, 4), (.object, 2)] {
            var entries = [TapeEntry](repeating: scalar, count: 5)
            entries[0] = TapeEntry(start: 0, end: 0, link: 5, info: saturated | UInt32(kind.rawValue))
            for index in 1..<5 { entries[index].link = UInt32(index + 1) }
            let walked = entries.withUnsafeBufferPointer { entries in
                [UInt8](repeating: 0, count: 1)
                    .withUnsafeBufferPointer { bytes -> Int in
                        guard let base = bytes.baseAddress, let first = entries.baseAddress else { return -1 }
                        let tape = JSONTape(
                            bytes: base,
                            byteCount: 1,
                            entries: first,
                            count: 5,
                            allowsDuplicateNames: false
                        )
                        return tape.childCount(0)
                    }
            }
            #expect(walked == count)
        }
    }
}
