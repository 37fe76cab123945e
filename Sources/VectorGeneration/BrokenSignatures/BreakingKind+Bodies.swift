import PartnerSignature
import StrictJSON

// What was signed is the received body in another form.
extension BreakingKind {
    /// Ends and line breaks.
    static let edges: [BreakingKind] = [
        .bytes("newline added", "body.final-newline-added") { ($0.compact + [0x0A], $0.compact) },
        .bytes("CRLF added", "body.final-crlf-added") { ($0.compact + [0x0D, 0x0A], $0.compact) },
        .bytes("newline lost", "body.final-newline-removed") { ($0.compact, $0.compact + [0x0A]) },
        .bytes("trimmed", "body.trimmed") { ($0.compact, [0x20, 0x0A] + $0.compact + [0x20]) },
        .bytes("CRLF for LF", "body.line-breaks-crlf") { bench in
            let text = bench.written(.pretty(indent: 2))
            return (text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, text)
        },
        .bytes("LF for CRLF", "body.line-breaks-lf") { bench in
            let text = bench.written(.pretty(indent: 2))
            return (text, text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
        },
        .bytes("line breaks removed", "body.line-breaks-removed") { bench in
            let text = bench.written(.pretty(indent: 2))
            return (text.filter { $0 != 0x0A }, text)
        },
        .bytes("byte order mark added", "body.byte-order-mark-added") {
            ([0xEF, 0xBB, 0xBF] + $0.compact, $0.compact)
        },
        .bytes("byte order mark lost", "body.byte-order-mark-removed") {
            ($0.compact, [0xEF, 0xBB, 0xBF] + $0.compact)
        },
    ]

    /// The same value by another encoder.
    static let encoders: [BreakingKind] = [
        .bytes("spaced", "body.layout-spaced") { ($0.written(.spaced), $0.compact) },
        .bytes("compact for spaced", "body.layout-compact") { ($0.compact, $0.written(.spaced)) },
        .bytes("compact for pretty", "body.layout-compact") { ($0.compact, $0.written(.pretty(indent: 4))) },
        .bytes("pretty by two", "body.layout-pretty") { ($0.written(.pretty(indent: 2)), $0.compact) },
        .bytes("pretty by four", "body.layout-pretty") { ($0.written(.pretty(indent: 4)), $0.compact) },
        .bytes("four for two", "body.layout-pretty") {
            ($0.written(.pretty(indent: 4)), $0.written(.pretty(indent: 2)))
        },
        .bytes("json.dumps of Python", "body.layout-spaced", "body.characters-escaped") {
            ($0.written(.spaced, escaping: .ascii), $0.compact)
        },
        .bytes("json_encode of PHP", "body.characters-escaped", "body.solidus-escaped") {
            ($0.written(escaping: .ascii, escapesSolidus: true), $0.compact)
        },
        .bytes("json.Marshal of Go", "body.markup-escaped") { bench in
            let text = String(decoding: bench.compact, as: UTF8.self)
            let escaped = text.replacingText("<", with: "\\u003c").replacingText(">", with: "\\u003e")
                .replacingText("&", with: "\\u0026")
            return (Array(escaped.utf8), bench.compact)
        },
        .bytes("escapes of .NET", "body.characters-escaped-in-capitals", "body.markup-escaped") { bench in
            (netForm(of: bench.compact), bench.compact)
        },
        .bytes("members sorted", "body.members-sorted") { (JSONWriter.compact.write(sorted($0.tree)), $0.compact) },
        .bytes("members sorted and CRLF", "body.members-sorted", "body.final-crlf-added") {
            (JSONWriter.compact.write(sorted($0.tree)) + [0x0D, 0x0A], $0.compact)
        },
        .bytes("members sorted, pretty", "body.members-sorted", "body.layout-pretty") {
            (JSONWriter(layout: .pretty(indent: 2)).write(sorted($0.tree)), $0.compact)
        },
        .bytes("number shortened", "body.numbers-shortened") {
            ($0.compact(replacing: ".50,", with: ".5,"), $0.compact)
        },
        .bytes("number with fraction", "body.numbers-with-fraction") { bench in
            (bench.compact(replacing: ",\"rate\"", with: ".0,\"rate\""), bench.compact)
        },
        .bytes("empty object as array", "body.empty-objects-as-arrays") {
            ($0.compact(replacing: "{}", with: "[]"), $0.compact)
        },
        .bytes("empty array as object", "body.empty-arrays-as-objects") {
            ($0.compact(replacing: "[]", with: "{}"), $0.compact)
        },
        .bytes("nulls dropped", "body.nulls-dropped") {
            ($0.compact(replacing: ",\"customer\":null", with: ""), $0.compact)
        },
        .bytes("official SDK", "body.empties-dropped", "body.solidus-escaped") { bench in
            let text = String(decoding: bench.compact, as: UTF8.self)
            let kept = text.replacingText(",\"customer\":null", with: "")
                .replacingText(",\"extra\":{},\"flags\":[]", with: "")
            return (Array(kept.replacingText("/", with: "\\/").utf8), bench.compact)
        },
        .bytes("card masked", "body.masked") { bench in
            let card = bench.tree["payment_method"]?["card"]?["number"]
            guard case .string(let number)? = card else { return ([], bench.compact) }
            let masked = number.prefix(6) + "******" + number.suffix(4)
            return (bench.compact(replacing: number, with: String(masked)), bench.compact)
        },
    ]

    /// Characters and their encodings.
    static let characters: [BreakingKind] = [
        .bytes("escaped", "body.characters-escaped") { ($0.written(escaping: .ascii), $0.compact) },
        .bytes("raw for escaped", "body.characters-raw") { ($0.compact, $0.written(escaping: .ascii)) },
        .bytes("solidus escaped", "body.solidus-escaped") { ($0.written(escapesSolidus: true), $0.compact) },
        .bytes("solidus plain", "body.solidus-plain") { ($0.compact, $0.written(escapesSolidus: true)) },
        .bytes("decomposed", "body.unicode-nfd") { (decomposed($0.compact), $0.compact) },
        .bytes("composed", "body.unicode-nfc") { ($0.compact, decomposed($0.compact)) },
        .bytes("decomposed and escaped", "body.unicode-nfd", "body.characters-escaped") { bench in
            let tree = try? JSONTree(parsing: decomposed(bench.compact))
            return (JSONWriter(escaping: .ascii).write(tree ?? .null), bench.compact)
        },
        .bytes("Windows-1251", "body.encoding") { bench in
            let text = String(decoding: bench.compact, as: UTF8.self)
            return (text.unicodeScalars.map(windows1251), bench.compact)
        },
        .bytes("UTF-16", "body.encoding") { bench in
            let units = String(decoding: bench.compact, as: UTF8.self).utf16
            return (
                units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }, bench.compact
            )
        },
        .bytes("question marks", "body.question-marks") { bench in
            let scalars = String(decoding: bench.compact, as: UTF8.self).unicodeScalars
            return (scalars.map { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : 0x3F }, bench.compact)
        },
        .bytes("UTF-8 twice", "body.encoded-twice") { bench in
            (bench.compact.flatMap { Array(String(UnicodeScalar($0)).utf8) }, bench.compact)
        },
        .bytes("letters removed", "body.characters-removed") { ($0.compact.filter { $0 < 0x80 }, $0.compact) },
    ]

    private static func sorted(_ tree: JSONTree) -> JSONTree {
        guard let members = tree.members else { return tree }
        return .object(
            members.map { JSONTree.Member(name: $0.name, value: sorted($0.value)) }.sorted { $0.name < $1.name }
        )
    }

    /// The letters й and ё, small and capital, as two characters each.
    private static func decomposed(_ body: [UInt8]) -> [UInt8] {
        let text = String(decoding: body, as: UTF8.self)
        let parts: [Unicode.Scalar: String] = [
            "\u{439}": "\u{438}\u{306}", "\u{451}": "\u{435}\u{308}", "\u{419}": "\u{418}\u{306}",
            "\u{401}": "\u{415}\u{308}",
        ]
        return text.unicodeScalars.flatMap { Array((parts[$0] ?? String($0)).utf8) }
    }

    private static func windows1251(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x451: 0xB8
        case 0x410...0x44F: UInt8(truncatingIfNeeded: scalar.value - 0x350)
        default: UInt8(truncatingIfNeeded: scalar.value)
        }
    }

    /// As System.Text.Json writes: capital digits, and escapes for `&`, `<` and `>`.
    private static func netForm(of body: [UInt8]) -> [UInt8] {
        String(decoding: body, as: UTF8.self).unicodeScalars
            .flatMap { scalar -> [UInt8] in
                guard !scalar.isASCII || "&<>".unicodeScalars.contains(scalar) else { return [UInt8(scalar.value)] }
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            }
    }
}
