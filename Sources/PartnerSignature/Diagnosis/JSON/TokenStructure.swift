/// Changes to the structure of a JSON text.
///
/// The depth of what they recurse into is bounded by the policy under which the text was read.
struct TokenStructure {
    private typealias Token = TokenizedText.Token

    private let text: TokenizedText

    /// The members of every object in the order of the bytes of their names.
    static func sorted(_ text: TokenizedText) -> TokenizedText {
        let structure = TokenStructure(text: text)
        return structure.rebuilt { members in
            let named = members.map { (name: structure.name(of: $0), member: $0) }
            return named.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map(\.member)
        }
    }

    /// Without members that are null and, if so asked, those that are an empty array, object or string.
    static func dropping(_ text: TokenizedText, alsoEmpty: Bool) -> TokenizedText {
        TokenStructure(text: text)
            .rebuilt { members in
                members.filter { member in
                    let value = member.dropFirst(2)
                    guard let first = value.first else { return true }
                    if first.kind == .literal, text[first].first == 0x6E { return false }
                    guard alsoEmpty else { return true }
                    let isEmptyContainer = value.count == 2 && (first.kind == .openArray || first.kind == .openObject)
                    return !isEmptyContainer && !(first.kind == .string && first.text.count == 2)
                }
            }
    }

    /// Empty objects as empty arrays, or the reverse.
    static func emptied(_ text: TokenizedText, from kind: TokenizedText.Token.Kind) -> TokenizedText {
        var text = text
        let (open, close): (UInt8, UInt8) = kind == .openObject ? (0x5B, 0x5D) : (0x7B, 0x7D)
        for index in text.tokens.indices.dropLast() where text.tokens[index].kind == kind {
            let next = text.tokens[index + 1].kind
            guard next == .closeObject || next == .closeArray else { continue }
            text.rewrite(index, as: [open])
            text.rewrite(index + 1, as: [close])
        }
        return text
    }

    // MARK: Rebuilding

    private func rebuilt(_ change: ([ArraySlice<Token>]) -> [ArraySlice<Token>]) -> TokenizedText {
        var rebuilt = text
        rebuilt.tokens = self.rebuilt(text.tokens[...], change)
        return rebuilt
    }

    /// A value whose objects have the members that `change` gives, from the inside out.
    private func rebuilt(
        _ tokens: ArraySlice<Token>,
        _ change: ([ArraySlice<Token>]) -> [ArraySlice<Token>]
    ) -> [Token] {
        guard let open = tokens.first, let close = tokens.last, tokens.count > 2,
            open.kind == .openObject || open.kind == .openArray
        else { return Array(tokens) }
        let (found, comma) = parts(of: tokens.dropFirst().dropLast())
        var parts = found.map { part -> ArraySlice<Token> in
            guard open.kind == .openObject else { return rebuilt(part, change)[...] }
            return part.prefix(2) + rebuilt(part.dropFirst(2), change)
        }
        if open.kind == .openObject { parts = change(parts) }
        return [open] + parts.joined(separator: comma.map { [$0] } ?? []) + [close]
    }

    /// The parts between the commas of one level, and a comma where there is one.
    private func parts(of tokens: ArraySlice<Token>) -> ([ArraySlice<Token>], comma: Token?) {
        var parts: [ArraySlice<Token>] = []
        var comma: Token?
        var depth = 0
        var start = tokens.startIndex
        for index in tokens.indices {
            switch tokens[index].kind {
            case .openObject, .openArray: depth += 1
            case .closeObject, .closeArray: depth -= 1
            case .comma where depth == 0:
                parts.append(tokens[start..<index])
                comma = tokens[index]
                start = index + 1
            default: break
            }
        }
        return (parts + [tokens[start...]], comma)
    }

    private func name(of member: ArraySlice<Token>) -> String {
        member.first.map { StringContent.string(of: text[$0]) } ?? ""
    }
}
