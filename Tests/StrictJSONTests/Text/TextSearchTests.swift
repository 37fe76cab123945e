import Testing

@testable import StrictJSON

@Suite("Text: search") struct TextSearchTests {
    @Test(arguments: [("a://b", "://", 1), ("..", "..", 0), ("a..b..", "..", 1), ("é..", "..", 2)])
    func `a pattern is found at its first place`(_ text: String, _ pattern: String, _ offset: Int) throws {
        let place = try #require(text.firstRange(ofText: pattern))
        #expect(text.utf8.distance(from: text.startIndex, to: place.lowerBound) == offset)
        #expect(text[place] == pattern)
    }

    @Test func `a pattern that is not there, or only in part, is not found`() {
        #expect("a.".firstRange(ofText: "..") == nil)
        #expect("".firstRange(ofText: "a") == nil)
    }

    @Test func `each character is substituted, also by a text that holds it`() {
        #expect("|a||".replacingText("|", with: "\\|") == "\\|a\\|\\|")
    }

    @Test func `a text is exchanged wherever it stands, from the start on`() {
        #expect("aaa".replacingText("aa", with: "b") == "ba")
        #expect("и\u{306}".replacingText("и\u{306}", with: "й") == "й")
        #expect("a".replacingText("b", with: "c") == "a")
        #expect("ab".replacingText("ab", with: "") == "")
    }

    @Test func `a text holds what stands in it`() {
        #expect("a/b/c".containsText("/b/"))
        #expect(!"a/b".containsText("/b/"))
        #expect(!"й".containsText("и"))
    }
}
