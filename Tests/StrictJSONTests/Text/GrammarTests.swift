import StrictJSON
import Testing

@Suite("JSON text: grammar") struct GrammarTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "1.5", "0.10", "1e1", "1E1",
        "1e+1",
        "1e-1", "0e0", "0E+00", "1.5e10", "-1.5E-10", "123456789012345678901234567890", "1e999999999999999999999999",
        "\"\"", "\"a\"", #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\uFFFF\uabCD""#, #""\ud83d\ude00""#, "\"\u{7F}\"",
        "\"Иванов\"", "\"\u{1F600}\"", "\"\u{FEFF}\"", "\"\u{2028}\u{2029}\"", "[]", "[ ]", "{}", "{\n}", "[1]",
        "[1,2]",
        "[[]]", "[[],[]]", "[{}]", "{\"\":0}", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{}}}",
        "[null,true,false]",
        " \t\r\n1 \t\r\n", " { \"a\" : [ 1 , 2 ] , \"b\" : { } } ", "[1\n,1\n,2]", "            1",
        "[\n                1\n]",
        #"{"a":"\\","b":"\"]}"}"#,
    ])
    func `accepts what the grammar allows`(_ text: String) throws {
        let document = try JSONDocument(parsing: text)
        #expect(document.bytes == Array(text.utf8))
        #expect(document.root.byteRange.count == text.utf8.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.count)
    }

    @Test(arguments: [
        RejectedText("", .unexpectedEnd, 0),
        RejectedText("  ", .unexpectedEnd, 2),
        RejectedText("[", .unexpectedEnd, 1),
        RejectedText("[1", .unexpectedEnd, 2),
        RejectedText("[1,", .unexpectedEnd, 3),
        RejectedText("[1 ", .unexpectedEnd, 3),
        RejectedText("{", .unexpectedEnd, 1),
        RejectedText("{\"", .unexpectedEnd, 2),
        RejectedText("{\"a\"", .unexpectedEnd, 4),
        RejectedText("{\"a\" ", .unexpectedEnd, 5),
        RejectedText("{\"a\":", .unexpectedEnd, 5),
        RejectedText("{\"a\":1", .unexpectedEnd, 6),
        RejectedText("{\"a\":1,", .unexpectedEnd, 7),
        RejectedText("\"", .unexpectedEnd, 1),
        RejectedText("\"abcdefghijkl", .unexpectedEnd, 13),
        RejectedText("\"\\", .unexpectedEnd, 2),
        RejectedText("\"\\u", .unexpectedEnd, 3),
        RejectedText("\"\\u12", .unexpectedEnd, 5),
        RejectedText("\"\\ud83d", .unexpectedEnd, 7),
        RejectedText("\"\\ud83d\\", .unexpectedEnd, 8),
        RejectedText("\"\\ud83d\\ude", .unexpectedEnd, 11),
        RejectedText("-", .unexpectedEnd, 1),
        RejectedText("1.", .unexpectedEnd, 2),
        RejectedText("1e", .unexpectedEnd, 2),
        RejectedText("1e+", .unexpectedEnd, 3),
        RejectedText("t", .unexpectedEnd, 1),
        RejectedText("tru", .unexpectedEnd, 3),
        RejectedText("fals", .unexpectedEnd, 4),
        RejectedText("nul", .unexpectedEnd, 3),
    ])
    func `refuses a text that ends too early at its end`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [
        RejectedText("]", .expectedValue, 0),
        RejectedText("}", .expectedValue, 0),
        RejectedText(",", .expectedValue, 0),
        RejectedText(":1", .expectedValue, 0),
        RejectedText("[,1]", .expectedValue, 1),
        RejectedText("[1,,2]", .expectedValue, 3),
        RejectedText("{\"a\":}", .expectedValue, 5),
        RejectedText("{\"a\":]", .expectedValue, 5),
        RejectedText("{\"a\":1,\"b\":]}", .expectedValue, 11),
        RejectedText("{\"a\":,\"b\":1}", .expectedValue, 5),
        RejectedText("+1", .expectedValue, 0),
        RejectedText(".5", .expectedValue, 0),
        RejectedText("'a'", .expectedValue, 0),
        RejectedText("NaN", .expectedValue, 0),
        RejectedText("Infinity", .expectedValue, 0),
        RejectedText("True", .expectedValue, 0),
        RejectedText("undefined", .expectedValue, 0),
        RejectedText("// c\n1", .expectedValue, 0),
        RejectedText("/* c */1", .expectedValue, 0),
        RejectedText("[/**/1]", .expectedValue, 1),
        RejectedText("\u{0B}1", .expectedValue, 0),
        RejectedText("\u{0C}1", .expectedValue, 0),
        RejectedText("\u{A0}1", .expectedValue, 0),
        RejectedText("\0", .expectedValue, 0),
        RejectedText("[ }", .expectedValue, 2),
        RejectedText("(1)", .expectedValue, 0),
    ])
    func `refuses what starts no value`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [
        RejectedText("tRue", .misspelledLiteral, 1),
        RejectedText("trux", .misspelledLiteral, 3),
        RejectedText("tru]", .misspelledLiteral, 3),
        RejectedText("[nul]", .misspelledLiteral, 4),
        RejectedText("nULL", .misspelledLiteral, 1),
        RejectedText("falsy", .misspelledLiteral, 4),
        RejectedText("fAlse", .misspelledLiteral, 1),
        RejectedText("[fals,1]", .misspelledLiteral, 5),
        RejectedText("nan", .misspelledLiteral, 1),
        RejectedText("truE", .misspelledLiteral, 3),
        RejectedText("truex", .trailingBytes, 4),
        RejectedText("[falsee]", .expectedCommaOrBracket, 6),
    ])
    func `refuses misspelled literals at the letter that differs`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [
        RejectedText("01", .leadingZero, 1),
        RejectedText("-01", .leadingZero, 2),
        RejectedText("00", .leadingZero, 1),
        RejectedText("[012]", .leadingZero, 2),
        RejectedText("-a", .expectedDigit, 1),
        RejectedText("--1", .expectedDigit, 1),
        RejectedText("-Infinity", .expectedDigit, 1),
        RejectedText("1.x", .expectedDigit, 2),
        RejectedText("[1.]", .expectedDigit, 3),
        RejectedText("-.5", .expectedDigit, 1),
        RejectedText("1.e5", .expectedDigit, 2),
        RejectedText("[1e]", .expectedDigit, 3),
        RejectedText("[1e+]", .expectedDigit, 4),
        RejectedText("1e+-2", .expectedDigit, 3),
        RejectedText("1ee2", .expectedDigit, 2),
        RejectedText("1e2.5", .trailingBytes, 3),
        RejectedText("0x10", .trailingBytes, 1),
        RejectedText("[0x10]", .expectedCommaOrBracket, 2),
        RejectedText("1_000", .trailingBytes, 1),
        RejectedText("[1 000]", .expectedCommaOrBracket, 3),
        RejectedText("[1+2]", .expectedCommaOrBracket, 2),
        RejectedText("1.2.3", .trailingBytes, 3),
        RejectedText("[-]", .expectedDigit, 2),
    ])
    func `refuses numbers that break section 6`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [
        RejectedText("{a:1}", .expectedName, 1),
        RejectedText("{1:1}", .expectedName, 1),
        RejectedText("{'a':1}", .expectedName, 1),
        RejectedText("{,}", .expectedName, 1),
        RejectedText("{null:1}", .expectedName, 1),
        RejectedText("{]", .expectedName, 1),
        RejectedText("{\"a\":1,,}", .expectedName, 7),
        RejectedText("{\"a\":1,b}", .expectedName, 7),
        RejectedText("{\"a\" 1}", .expectedColon, 5),
        RejectedText("{\"a\",1}", .expectedColon, 4),
        RejectedText("{\"a\"}", .expectedColon, 4),
        RejectedText("{\"a\"=1}", .expectedColon, 4),
        RejectedText("{\"a\":1 \"b\":2}", .expectedCommaOrBrace, 7),
        RejectedText("{\"a\":1]", .expectedCommaOrBrace, 6),
        RejectedText("{\"a\":1;\"b\":2}", .expectedCommaOrBrace, 6),
        RejectedText("{\"a\"::1}", .expectedValue, 5),
        RejectedText("[1}", .expectedCommaOrBracket, 2),
        RejectedText("[1 2]", .expectedCommaOrBracket, 3),
        RejectedText("[1:2]", .expectedCommaOrBracket, 2),
        RejectedText("[\"a\" \"b\"]", .expectedCommaOrBracket, 5),
        RejectedText("[1,]", .trailingComma, 3),
        RejectedText("[1, ]", .trailingComma, 4),
        RejectedText("[[],]", .trailingComma, 4),
        RejectedText("{\"a\":[1,],\"b\":2}", .trailingComma, 8),
        RejectedText("{\"a\":1,}", .trailingComma, 7),
        RejectedText("{\"a\":1, }", .trailingComma, 8),
        RejectedText("{\"a\":1,]", .expectedName, 7),
        RejectedText("[1,}", .expectedValue, 3),
    ])
    func `refuses what breaks arrays and objects`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [
        RejectedText("1 2", .trailingBytes, 2),
        RejectedText("{}{}", .trailingBytes, 2),
        RejectedText("{}]", .trailingBytes, 2),
        RejectedText("{},", .trailingBytes, 2),
        RejectedText("[]\n\nx", .trailingBytes, 4),
        RejectedText("{}\0", .trailingBytes, 2),
        RejectedText("\"a\"\"", .trailingBytes, 3),
        RejectedText("{} // end", .trailingBytes, 3),
        RejectedText("null\u{FEFF}", .trailingBytes, 4),
        RejectedText("1}", .trailingBytes, 1),
    ])
    func `refuses anything but whitespace after the value`(_ text: RejectedText) { text.expectRejection() }

    @Test(arguments: [8, 9, 10, 13, 31, 0], [0, 1, 7, 8, 9, 16])
    func `refuses control characters in strings`(_ control: UInt8, _ before: Int) {
        let text =
            [0x22] + [UInt8](repeating: 0x61, count: before) + [
                control, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x22,
            ]
        RejectedText(text, .controlCharacter, before + 1).expectRejection()
        RejectedText(Array(text[...(before + 1)]) + [0x22], .controlCharacter, before + 1).expectRejection()
    }

    @Test(arguments: [
        RejectedText(#""\x41""#, .invalidEscape, 2),
        RejectedText(#""\'""#, .invalidEscape, 2),
        RejectedText(#""\0""#, .invalidEscape, 2),
        RejectedText(#""\a""#, .invalidEscape, 2),
        RejectedText(#""\U0041""#, .invalidEscape, 2),
        RejectedText("\"a\\\nb\"", .invalidEscape, 3),
        RejectedText("\"\\é\"", .invalidEscape, 2),
        RejectedText(#""\u""#, .expectedHexDigit, 3),
        RejectedText(#""\u004""#, .expectedHexDigit, 6),
        RejectedText(#""\u00g1""#, .expectedHexDigit, 5),
        RejectedText(#""\u{41}""#, .expectedHexDigit, 3),
        RejectedText(#""\u+041""#, .expectedHexDigit, 3),
        RejectedText(#""\ud83d\uzzzz""#, .expectedHexDigit, 9),
        RejectedText(#"{"\x":1}"#, .invalidEscape, 3),
    ])
    func `refuses what is no escape`(_ text: RejectedText) { text.expectRejection() }
}
