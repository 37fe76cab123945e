/// What the standard library has in its module for regular expressions alone, which would be linked for it.
extension StringProtocol {
    /// Where `pattern` first stands, by its UTF-8 bytes.
    package func firstPlace(of pattern: String) -> Range<Index>? {
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: pattern.utf8) {
                return start..<utf8.index(start, offsetBy: pattern.utf8.count)
            }
            start = utf8.index(after: start)
        }
        return nil
    }

    /// The text with `text` in place of each `character`.
    package func substituting(_ text: String, for character: Character) -> String {
        var result = ""
        for current in self {
            if current == character { result += text } else { result.append(current) }
        }
        return result
    }
}
