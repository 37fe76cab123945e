import Testing

@testable import PartnerSignature

@Suite("Diagnosis: Unicode normal forms") struct NormalFormTests {
    /// Every character of the scripts that the table is for, as far as Unicode 14 has assigned them.
    static let scalars = [0xC0...0x24F, 0x340...0x3FF, 0x400...0x52F, 0x1E00...0x1FFF, 0x212A...0x212B]
        .flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)) } }
        .filter { $0.properties.generalCategory != .unassigned }

    @Test func `a decomposition is canonically equal to its character, and cannot be decomposed further`() {
        for scalar in Self.scalars {
            let text = String(scalar)
            let decomposed = NormalForm.decomposed(text)
            // The standard library compares by canonical equivalence.
            #expect(decomposed == text, "U+\(String(scalar.value, radix: 16))")
            #expect(NormalForm.decomposed(decomposed).utf8.elementsEqual(decomposed.utf8))
        }
    }

    @Test func `characters that are canonically equal have the same decomposition`() {
        var forms: [String: String] = [:]
        for scalar in Self.scalars {
            let text = String(scalar)
            let decomposed = NormalForm.decomposed(text)
            if let known = forms[text] { #expect(known.utf8.elementsEqual(decomposed.utf8)) }
            forms[text] = decomposed
        }
    }

    @Test func `a composition is canonically equal, and stays as it is`() {
        for scalar in Self.scalars {
            let composed = NormalForm.composed(String(scalar))
            #expect(composed == String(scalar))
            #expect(NormalForm.composed(composed).utf8.elementsEqual(composed.utf8))
        }
    }

    @Test(arguments: [
        ("\u{439}\u{451}", "\u{438}\u{306}\u{435}\u{308}"), ("\u{1EC7}", "e\u{323}\u{302}"),
        ("\u{1ED9}", "o\u{323}\u{302}"), ("a", "a"), ("\u{AC00}", "\u{AC00}"), ("", ""),
    ])
    func `known pairs`(composed: String, decomposed: String) {
        #expect(NormalForm.decomposed(composed).utf8.elementsEqual(decomposed.utf8))
        #expect(NormalForm.composed(decomposed).utf8.elementsEqual(composed.utf8))
    }

    @Test func `marks are put in canonical order, and a blocked mark is not composed`() {
        #expect(NormalForm.decomposed("e\u{302}\u{323}").utf8.elementsEqual("e\u{323}\u{302}".utf8))
        #expect(NormalForm.composed("e\u{302}\u{323}").utf8.elementsEqual("\u{1EC7}".utf8))
        // The second circumflex is blocked by the first.
        #expect(NormalForm.composed("e\u{302}\u{302}").utf8.elementsEqual("\u{EA}\u{302}".utf8))
        #expect(NormalForm.composed("\u{212B}").utf8.elementsEqual("\u{C5}".utf8))
        #expect(NormalForm.composed("\u{344}").utf8.elementsEqual("\u{308}\u{301}".utf8))
    }
}
