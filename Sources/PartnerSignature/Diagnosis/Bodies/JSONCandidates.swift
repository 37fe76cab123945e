/// The body's JSON value written anew, as encoders of all languages write it.
enum JSONCandidates {
    /// Larger bodies are not written anew: no message of the API comes near, and a few forms would spend the budget.
    private static let maximumByteCount = 256 << 10
    private static let maximumTokenCount = 20_000
    /// Changing the value and writing it in all ways takes longer than writing it.
    private static let maximumEditedTokenCount = 4_000

    /// Offers the value itself, then with one change to it, each written in all ways.
    ///
    /// Ways with one change to how the received body is written come before those with two.
    static func offer(to search: inout CandidateSearch) {
        guard search.received.count <= maximumByteCount else { return search.skip() }
        guard let text = TokenizedText(search.received, maximumByteCount: maximumByteCount) else { return }
        guard text.tokens.count <= maximumTokenCount else { return search.skip() }
        offer(text, [], to: &search)
        guard text.tokens.count <= maximumEditedTokenCount else { return search.skip() }
        for (changed, edit) in edited(text) where !search.isOver { offer(changed, [edit.mistake], to: &search) }
    }

    /// Offers the value with two changes to it, written in the most usual ways.
    static func offerPairs(to search: inout CandidateSearch) {
        guard search.received.count <= maximumByteCount else { return search.skip() }
        guard let text = TokenizedText(search.received, maximumByteCount: maximumByteCount) else { return }
        guard text.tokens.count <= maximumEditedTokenCount else { return search.skip() }
        let edited = edited(text)
        for (index, first) in edited.enumerated() {
            for second in edited[(index + 1)...] where !search.isOver {
                let changed = second.edit.edit(first.text)
                guard changed != first.text, changed != second.text else { continue }
                let traits = StringTraits(changed)
                for written in distinctStyles(of: changed).prefix(4) {
                    for layout in TextLayout.all.prefix(3) {
                        let mistakes = [first.edit.mistake, second.edit.mistake] + traits.mistakes(of: written.style)
                        search.offer(layout.write(written.text), mistakes + layout.mistakes)
                    }
                }
            }
        }
    }

    /// The text after each edit that changes it in another way than those before it.
    private static func edited(_ text: TokenizedText) -> [(text: TokenizedText, edit: TokenEdit)] {
        var edited: [(text: TokenizedText, edit: TokenEdit)] = []
        for edit in TokenEdit.all {
            let changed = edit.edit(text)
            guard changed != text, !edited.contains(where: { $0.text == changed }) else { continue }
            edited.append((changed, edit))
        }
        return edited
    }

    /// Offers one value in all styles and layouts.
    private static func offer(_ text: TokenizedText, _ mistakes: [Mistake], to search: inout CandidateSearch) {
        let traits = StringTraits(text)
        let styled = distinctStyles(of: text)
        // Style and layout make up to two changes: those ways with fewer come first.
        for changes in 0...2 {
            for (index, written) in styled.enumerated() {
                for layout in TextLayout.all where (index == 0 ? 0 : 1) + (layout == .kept ? 0 : 1) == changes {
                    guard !search.isOver else { return }
                    let bytes = layout.write(written.text)
                    func all() -> [Mistake] { mistakes + traits.mistakes(of: written.style) + layout.mistakes }
                    if bytes != search.received { search.offer(bytes, all()) }
                    if changes == 0, mistakes.isEmpty { continue }
                    search.offer(bytes + [0x0A], all() + [.newlineAdded])
                    if mistakes.contains(.membersSorted) {
                        search.offer(bytes + [0x0D, 0x0A], all() + [.windowsNewlineAdded])
                    }
                }
            }
        }
    }

    /// The text in each style of strings that differs from those before it.
    private static func distinctStyles(of text: TokenizedText) -> [(style: StringStyle, text: TokenizedText)] {
        var styled: [(style: StringStyle, text: TokenizedText)] = []
        for style in StringStyle.all {
            let written = style.write(text)
            if !styled.contains(where: { $0.text == written }) { styled.append((style, written)) }
        }
        return styled
    }
}
