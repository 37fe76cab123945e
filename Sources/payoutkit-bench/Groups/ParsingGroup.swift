import StrictJSON

/// JSON text to a document that can be read, all rules checked.
enum ParsingGroup {
    static func run(_ table: ResultTable) throws {
        for message in [try GoldenMessage.request(), try GoldenMessage.webhook()] {
            let bytes = message.valid
            try table.row("parse \(message.name), \(bytes.count) bytes", byteCount: bytes.count) {
                sink(try JSONDocument(parsing: bytes))
            }
        }
    }
}
