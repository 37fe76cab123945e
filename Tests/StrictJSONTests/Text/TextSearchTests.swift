import Testing

@testable import StrictJSON

@Suite("Text: search") struct TextSearchTests {
    @Test(arguments: [("a://b", "://", 1), ("..", "..", 0), ("a..b..", "..", 1), ("é..", "..", 2)])
    func `a pattern is found at its first place`(_ text: String, _ pattern: String, _ offset: Int) throws {
        let place = try #require(text.firstPlace(of: pattern))
        #expect(text.utf8.distance(from: text.startIndex, to: place.lowerBound) == offset)
        #expect(text[place] == pattern)
    }

    @Test func `a pattern that is not there, or only in part, is not found`() {
        #expect("a.".firstPlace(of: "..") == nil)
        #expect("".firstPlace(of: "a") == nil)
    }

    @Test func `each character is substituted, also by a text that holds it`() {
        #expect("|a||".exchanging("|", for: "\\|") == "\\|a\\|\\|")
    }

    @Test func `a text is exchanged wherever it stands, from the start on`() {
        #expect("aaa".exchanging("aa", for: "b") == "ba")
        #expect("и\u{306}".exchanging("и\u{306}", for: "й") == "й")
        #expect("a".exchanging("b", for: "c") == "a")
        #expect("ab".exchanging("ab", for: "") == "")
    }

    @Test func `a text holds what stands in it`() {
        #expect("a/b/c".holds("/b/"))
        #expect(!"a/b".holds("/b/"))
        #expect(!"й".holds("и"))
    }
}
