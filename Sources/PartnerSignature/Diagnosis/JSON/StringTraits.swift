/// How the strings of a body are written, to say which step of a style changed them.
struct StringTraits {
    private var hasRaw = false
    private var hasEscapes = false
    private var hasPlainSolidus = false
    private var hasEscapedSolidus = false
    private var hasMarkup = false

    init(_ text: TokenizedText) {
        for token in text.tokens where token.isText { add(text[token]) }
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        var offset = text.startIndex
        while offset < text.endIndex {
            let byte = text[offset]
            switch byte {
            case 0x5C:
                let next = text[min(offset + 1, text.endIndex - 1)]
                if next == 0x75 { hasEscapes = true }
                if next == 0x2F { hasEscapedSolidus = true }
                offset += 1
            case 0x2F: hasPlainSolidus = true
            case 0x80...: hasRaw = true
            case 0x3C, 0x3E, 0x26, 0x27, 0x3D, 0x2B, 0x60: hasMarkup = true
            default: break
            }
            offset += 1
        }
    }

    /// The mistakes of writing these strings in `style`, for one that changes them.
    func mistakes(of style: StringStyle) -> [Mistake] {
        var mistakes: [Mistake] = []
        switch style.characters {
        case .kept: break
        case .raw: if hasEscapes { mistakes.append(.rawCharacters) }
        case .escaped: if hasRaw || hasEscapes { mistakes.append(.escapedCharacters) }
        case .escapedInCapitals: if hasRaw || hasEscapes { mistakes.append(.escapedCapitals) }
        }
        if style.solidus == .escaped, hasPlainSolidus { mistakes.append(.solidusEscaped) }
        if style.solidus == .plain, hasEscapedSolidus { mistakes.append(.solidusPlain) }
        if style.markup != .none, hasMarkup { mistakes.append(.markupEscaped) }
        return mistakes.isEmpty && style != StringStyle() ? [.rawCharacters] : mistakes
    }
}
