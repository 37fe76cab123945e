/// A change to the value of a body, which all layouts and styles of strings then write.
struct TokenEdit: Sendable {
    /// What is said of it.
    let mistake: Mistake
    /// Makes the change.
    let edit: @Sendable (TokenizedText) -> TokenizedText

    /// All that encoders do, the most likely first.
    static let all: [TokenEdit] = [
        TokenEdit(mistake: .membersSorted, edit: TokenStructure.sorted),
        TokenEdit(mistake: .numbersShortened) { numbers($0, NumberForms.shortest) },
        TokenEdit(mistake: .numbersWithFraction) { numbers($0, NumberForms.withFraction) },
        TokenEdit(mistake: .objectsAsArrays) { TokenStructure.emptied($0, from: .openObject) },
        TokenEdit(mistake: .arraysAsObjects) { TokenStructure.emptied($0, from: .openArray) },
        TokenEdit(mistake: .nullsDropped) { TokenStructure.dropping($0, alsoEmpty: false) },
        TokenEdit(mistake: .emptiesDropped) { TokenStructure.dropping($0, alsoEmpty: true) },
        TokenEdit(mistake: .composed) { strings($0, NormalForm.composed) },
        TokenEdit(mistake: .decomposed) { strings($0, NormalForm.decomposed) },
        TokenEdit(mistake: .masked) { MaskedStrings.middle(of: $0) },
        TokenEdit(mistake: .masked) { MaskedStrings.whole(of: $0, keepsLength: true) },
        TokenEdit(mistake: .masked) { MaskedStrings.whole(of: $0, keepsLength: false) },
        TokenEdit(mistake: .numbersAsText) { numbers($0) { "\"\($0)\"" } },
        TokenEdit(mistake: .charactersRemoved) { text in
            strings(text) { String(String.UnicodeScalarView($0.unicodeScalars.filter(\.isASCII))) }
        },
    ]

    private static func numbers(_ text: TokenizedText, _ write: (String) -> String) -> TokenizedText {
        var changed = text
        for (index, token) in text.tokens.enumerated() where token.kind == .number {
            changed.rewrite(index, as: write(String(decoding: text[token], as: UTF8.self)).utf8)
        }
        return changed
    }

    /// Changes the strings that hold characters beyond ASCII, and writes these as they are.
    private static func strings(_ text: TokenizedText, _ change: (String) -> String) -> TokenizedText {
        var changed = text
        for (index, token) in text.tokens.enumerated() where token.isText {
            guard text[token].contains(where: { $0 >= 0x80 || $0 == 0x5C }) else { continue }
            let content = StringContent.string(of: text[token])
            let other = change(content)
            if !other.utf8.elementsEqual(content.utf8) { changed.rewrite(index, holding: other) }
        }
        return changed
    }
}
