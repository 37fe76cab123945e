/// The formats of validation section 7.3.
enum Format: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration

    /// Whether a text, valid UTF-8, has the format.
    func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        true
    }

    /// The name with an article, for messages.
    var phrase: String {
        switch self {
        default: "a \(rawValue)"
        }
    }
}
