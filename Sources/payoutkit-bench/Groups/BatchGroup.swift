import StrictJSON

/// One large JSON text to a document that can be read.
enum BatchGroup {
    static func run(_ table: ResultTable) throws {
        let array = WebhookGenerator.array(count: 10_000, seed: 131)
        let size = Figure.oneDecimal(Double(array.count) / 1e6)
        try table.row("parse an array of 10,000 webhooks, \(size) MB", byteCount: array.count) {
            sink(try JSONDocument(parsing: array))
        }
    }
}
