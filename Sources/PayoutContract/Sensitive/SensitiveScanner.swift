/// Finds what is to be hidden in a body, by the names of its members.
///
/// It reads tokens, not grammar, so a body that is cut or broken is hidden as well. It runs once over the bytes and keeps
/// one small entry for each open bracket.
struct SensitiveScanner {
    /// An open object or array.
    private struct Container {
        let isObject: Bool
        /// What its values are because of the name it stands under.
        let inherited: SensitiveData.Kind?
    }

    private let bytes: [UInt8]
    private var hidden: [Range<Int>] = []
    private var containers: [Container] = []
    /// The name that the next value stands under.
    private var pendingName: String?
    /// Whether something was met that JSON does not have, so that strings and what is between them may be mixed up.
    private var isBroken = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes to hide, in their order.
    mutating func scan() -> [Range<Int>] {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x22: position = readString(from: position)
            case 0x7B, 0x5B:
                containers.append(Container(isObject: bytes[position] == 0x7B, inherited: valueKind()))
                pendingName = nil
                position += 1
            case 0x7D, 0x5D:
                _ = containers.popLast()
                pendingName = nil
                position += 1
            case 0x2C:
                pendingName = nil
                position += 1
            case 0x20, 0x09, 0x0A, 0x0D, 0x3A: position += 1
            default: position = readWord(from: position)
            }
        }
        return hidden
    }

    /// What the value that comes next is: by its name, else by what it stands in.
    private func valueKind() -> SensitiveData.Kind? {
        pendingName.flatMap(SensitiveData.kind(ofMember:)) ?? containers.last?.inherited
    }

    private mutating func readString(from start: Int) -> Int {
        var end = start + 1
        // No string of JSON goes over a line end: a missing quote spoils its own line only.
        while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x0A { end += bytes[end] == 0x5C ? 2 : 1 }
        end = min(end, bytes.count)
        let isClosed = end < bytes.count && bytes[end] == 0x22
        if !isClosed { isBroken = true }
        let content = (start + 1)..<end
        let next = isClosed ? end + 1 : end
        if isClosed, isName(before: next) {
            pendingName = Self.name(bytes[content])
            hidden += FreeTextScanner.hiddenRanges(in: bytes, content)
        } else {
            hide(content)
            if !isClosed { pendingName = nil }
        }
        return next
    }

    /// Whether a string that ends at `position` is a name: a colon follows.
    private func isName(before position: Int) -> Bool {
        var position = position
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return position < bytes.count && bytes[position] == 0x3A
    }

    /// A number, a literal, or anything else up to the next token.
    private mutating func readWord(from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, !Self.endsWord(bytes[end]) { end += 1 }
        let word = bytes[start..<end]
        if Self.literals.contains(where: { word.elementsEqual($0) }) { return end }
        if !word.allSatisfy(Self.isOfNumber) { isBroken = true }
        if isBroken, Self.mayBePersonal(word) { hidden.append(start..<end) } else { hide(start..<end) }
        return end
    }

    /// Whether a word between the strings of a broken text may be the inside of one: a name in Cyrillic, an address, a
    /// phone, a hash.
    private static func mayBePersonal(_ word: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        for byte in word {
            digits = CardDigits.isDigit(byte) ? digits + 1 : 0
            if byte >= 0x80 || byte == 0x40 || digits >= 9 { return true }
        }
        return word.count >= 24
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        CardDigits.isDigit(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    private static let literals = ["true", "false", "null"].map { Array($0.utf8) }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x7B, 0x5B, 0x7D, 0x5D, 0x2C, 0x3A, 0x20, 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    private mutating func hide(_ content: Range<Int>) {
        guard !content.isEmpty else { return }
        switch valueKind() {
        case .card: hidden += Self.hiddenCard(bytes, content)
        case .some: hidden.append(content)
        // A long amount is shown, unless it could be a card number at the wrong place.
        case nil where pendingName == "amount" && !CardDigits.isPlausible(bytes[content]): break
        case nil: hidden += FreeTextScanner.hiddenRanges(in: bytes, content)
        }
    }

    /// The middle of a card number, in groups, masked or not; all of what is no card number.
    private static func hiddenCard(_ bytes: [UInt8], _ content: Range<Int>) -> [Range<Int>] {
        let separators: Set<UInt8> = [0x20, 0x2D]
        let masks: Set<UInt8> = [0x2A, 0x58, 0x78]
        let digits = content.filter { CardDigits.isDigit(bytes[$0]) || masks.contains(bytes[$0]) }
        guard (13...19).contains(digits.count),
            content.allSatisfy({ digits.contains($0) || separators.contains(bytes[$0]) })
        else { return [content] }
        return [digits[6]..<digits[digits.count - 4]]
    }

    /// A name with its escapes resolved as far as names of this API need it.
    private static func name(_ written: ArraySlice<UInt8>) -> String {
        guard written.contains(0x5C) else { return String(decoding: written, as: UTF8.self) }
        var name = String.UnicodeScalarView()
        var rest = Substring(decoding: written, as: UTF8.self).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escape = rest.popFirst() else {
                name.append(scalar)
                continue
            }
            guard escape == "u" else {
                name.append(escape)
                continue
            }
            let digits = String(String.UnicodeScalarView(rest.prefix(4)))
            rest = rest.dropFirst(4)
            if let code = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(code) { name.append(decoded) }
        }
        return String(name)
    }
}
