import StrictJSON

/// A text in the languages of the kit.
public struct LocalizedText: Hashable, Sendable {
    /// The languages, by their ISO 639-1 codes.
    public enum Language: String, CaseIterable, Hashable, Sendable {
        /// English.
        case en
        /// Russian.
        case ru
    }

    /// The text in English.
    public let en: String
    /// The text in Russian.
    public let ru: String

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .ru: ru
        }
    }

    init(reading value: JSONValue, of subject: String, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: subject, in: path)
        en = try reader.string("en")
        ru = try reader.string("ru")
        try reader.finish()
    }
}
