/// One step of making a signature that was done in another way than the payout API wants.
///
/// An explanation is a list of them: "written anew with blanks" and "hashed with SHA-1" can meet in one signature.
public struct Mistake: Hashable, Sendable, CustomStringConvertible {
    /// What the step is about.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The key.
        case key
        /// The text of the header value, or the bytes that it stands for.
        case text
        /// Digest, padding and structure.
        case scheme
        /// The bytes that were signed.
        case body
    }

    /// The part and a name, such as `body.final-newline-added`; it never changes.
    public let identifier: String

    /// What the step is about.
    public let part: Part

    /// The mistake in plain words, without an end.
    public let sentence: String

    /// What tells this occurrence from others, such as the name of a key or a JSON pointer; nil where nothing does.
    public let detail: String?

    /// What to do about it.
    public let remedy: Remedy

    init(_ part: Part, _ name: String, _ sentence: String, _ remedy: Remedy, detail: String? = nil) {
        identifier = "\(part.rawValue).\(name)"
        self.part = part
        self.sentence = sentence
        self.detail = detail
        self.remedy = remedy
    }

    /// The same mistake with what tells this occurrence from others.
    ///
    /// Details may come out of a message: they are cut, and cannot move a terminal's cursor.
    func with(detail: String) -> Mistake {
        let name = String(identifier.dropFirst(part.rawValue.utf8.count + 1))
        var shown = String.UnicodeScalarView(detail.unicodeScalars.prefix(100).map { Self.isShown($0) ? $0 : "?" })
        if detail.unicodeScalars.count > 100 { shown.append(contentsOf: "...".unicodeScalars) }
        return Mistake(part, name, sentence, remedy, detail: String(shown))
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
        default: true
        }
    }

    /// The sentence, and the detail behind it.
    public var description: String {
        detail.map { "\(sentence): \($0)" } ?? sentence
    }

    /// Two mistakes are equal when identifier and detail are.
    public static func == (left: Mistake, right: Mistake) -> Bool {
        left.identifier == right.identifier && left.detail == right.detail
    }

    /// Hashes identifier and detail.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(identifier)
        hasher.combine(detail)
    }
}
