import JSONSchema
import StrictJSON

/// A schema from its text.
func schema(_ text: String, options: SchemaOptions = .init()) throws -> Schema {
    try Schema(compiling: try JSONDocument(parsing: text, policy: .rfc8259), options: options)
}

/// Whether a schema accepts an instance; both ways of evaluation have to agree.
func accepts(_ text: String, _ instance: String, options: SchemaOptions = .init()) throws -> Bool {
    struct Disagreement: Error {
        var violations: [Violation]
    }
    let schema = try schema(text, options: options)
    let document = try JSONDocument(parsing: instance, policy: .rfc8259)
    let verdict = schema.accepts(document)
    let violations = schema.violations(in: document).filter { !$0.isAdvisory }
    guard violations.isEmpty == verdict else { throw Disagreement(violations: violations) }
    return verdict
}

/// The violations of an instance.
func violations(_ text: String, _ instance: String, options: SchemaOptions = .init()) throws -> [Violation] {
    try schema(text, options: options).violations(in: try JSONDocument(parsing: instance, policy: .rfc8259))
}

/// The error that refuses a schema, or nil.
func refusal(_ text: String, options: SchemaOptions = .init()) throws -> SchemaError? {
    let document = try JSONDocument(parsing: text, policy: .rfc8259)
    do throws(SchemaError) {
        _ = try Schema(compiling: document, options: options)
        return nil
    } catch {
        return error
    }
}
