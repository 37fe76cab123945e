/// Makes text safe to print: what a terminal would obey, or would not show, is written out.
public enum VisibleText {
    /// The text with every control and format character made visible.
    public static func of(_ text: String) -> String {
        // Most texts need no change.
        guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(for: scalar) {
                visible += replacement
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// A part of a text that need not be UTF-8; line feeds stay, so that it may have several lines.
    public static func of(_ bytes: [UInt8], _ part: Range<Int>) -> String {
        ExcerptCell.cells(of: bytes, part, hidden: [])
            .map { bytes[$0.offset] == 0x0A ? "\n" : $0.text }
            .joined()
    }

    /// What stands for a scalar that can't be shown as it is; nil for others.
    ///
    /// ASCII controls have pictures (U+2400 to U+2421); everything else is named by its number: controls of C1, format
    /// characters such as those that turn the direction of text, separators, and what is no character at all.
    static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x20...0x7E: return nil
        case 0x7F: return "\u{2421}"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            return "<U+\(hexadecimal(scalar.value, width: 4))>"
        default:
            return nil
        }
    }

    /// What stands for a byte that is no part of UTF-8.
    static func replacement(forByte byte: UInt8) -> String { "<\(hexadecimal(UInt32(byte), width: 2))>" }

    /// The columns that a visible scalar takes on a terminal: none, one or two.
    static func width(of scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// East Asian wide and full-width characters and emoji (Unicode Standard Annex 11), in blocks.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]

    private static func hexadecimal(_ number: UInt32, width: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
