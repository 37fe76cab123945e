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
        #expect("|a||".substituting("\\|", for: "|") == "\\|a\\|\\|")
    }
}
