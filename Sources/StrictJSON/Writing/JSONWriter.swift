/// Writes values as JSON text: the same value and the same settings always give the same bytes.
///
/// Members keep their order and numbers their literals.
public struct JSONWriter: Hashable, Sendable {
    /// Where whitespace goes.
    public enum Layout: Hashable, Sendable {
        /// None: `{"a":[1,2]}`.
        case compact
        /// One line with a blank after each comma and colon: `{"a": [1, 2]}`.
        case spaced
        /// A line for each member and element, indented by that many blanks a level; empty containers stay on theirs.
        case pretty(indent: Int)
    }

    /// How characters beyond ASCII are written.
    public enum Escaping: Hashable, Sendable {
        /// As they are, in UTF-8.
        case utf8
        /// As `\uXXXX` with lower-case digits, those above U+FFFF as surrogate pairs.
        case ascii
    }

    /// Where whitespace goes.
    public var layout: Layout
    /// How characters beyond ASCII are written.
    public var escaping: Escaping
    /// Whether `/` is written as `\/`, as PHP does by default.
    public var escapesSolidus: Bool
    /// Whether a line feed follows the value, as in a file.
    public var endsWithNewline: Bool

    /// Creates a writer; what is not given makes the shortest text.
    public init(
        layout: Layout = .compact,
        escaping: Escaping = .utf8,
        escapesSolidus: Bool = false,
        endsWithNewline: Bool = false
    ) {
        self.layout = layout
        self.escaping = escaping
        self.escapesSolidus = escapesSolidus
        self.endsWithNewline = endsWithNewline
    }

    /// The shortest text.
    public static let compact = JSONWriter()
    /// A file for people: two blanks a level and a final line feed.
    public static let pretty = JSONWriter(layout: .pretty(indent: 2), endsWithNewline: true)

    /// Writes a tree.
    public func write(_ tree: JSONTree) -> [UInt8] {
        var output = JSONOutput(self, byteCount: 0)
        output.write(tree)
        return output.finished()
    }

    /// Writes a value of a document anew, in this writer's layout and escaping.
    ///
    /// A lone surrogate, where the policy let it in, is written as its `\u` escape.
    public func write(_ value: JSONValue) -> [UInt8] {
        var output = JSONOutput(self, byteCount: value.byteRange.count)
        value.document.withTape { output.write($0, value.index) }
        return output.finished()
    }

    /// Writes a tree into a string.
    public func writeString(_ tree: JSONTree) -> String { String(decoding: write(tree), as: UTF8.self) }

    /// Writes a value of a document into a string.
    public func writeString(_ value: JSONValue) -> String { String(decoding: write(value), as: UTF8.self) }

    /// Writes one string in its quotes.
    public func writeString(quoting text: String) -> String {
        String(
            decoding: JSONWriter(escaping: escaping, escapesSolidus: escapesSolidus).write(.string(text)),
            as: UTF8.self
        )
    }
}
