import JSONSchema
import StrictJSON

/// The failing schema keywords of a message, within a limit.
///
/// The limit must not hide an error behind advice: a message with thousands of unknown members, each a warning, may hold
/// one wrong amount behind them.
struct Violations {
    /// What failed; a violation may be there twice.
    let all: [Violation]
    /// Whether there may be more.
    let isTruncated: Bool

    init(of message: PreparedMessage, in document: JSONDocument, limit: Int) throws(ContractError) {
        let found = message.schema.violations(in: document, limit: limit)
        isTruncated = found.count >= limit
        if !isTruncated || message.schema.accepts(document) {
            all = found
        } else {
            all = try message.schemaWithoutAdvice().violations(in: document, limit: limit) + found
        }
    }
}
