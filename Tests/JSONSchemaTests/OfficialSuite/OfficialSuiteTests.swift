import JSONSchema
import StrictJSON
import Testing

@Suite("The official JSON Schema test suite, draft 2020-12")
struct OfficialSuiteTests {
    static let isPresent = OfficialSuite.folder != nil
    static let reason: Comment = "JSON_SCHEMA_TEST_SUITE names no checkout of the suite"

    @Test(.enabled(if: isPresent, reason), arguments: try OfficialSuite.groups(optional: false))
    func `a required test gives its verdict`(_ group: OfficialSuite.Group) throws {
        try check(group, options: SchemaOptions())
    }

    @Test(.enabled(if: isPresent, reason), arguments: try OfficialSuite.groups(optional: true))
    func `an optional test gives its verdict`(_ group: OfficialSuite.Group) throws {
        let options = SchemaOptions(assertsFormat: group.file.hasPrefix("optional/format/"))
        if let left = LeftOut.reason(for: group) {
            withKnownIssue(Comment(rawValue: left)) { try check(group, options: options) }
        } else {
            try check(group, options: options)
        }
    }

    private func check(_ group: OfficialSuite.Group, options: SchemaOptions) throws {
        let schema = try Schema(compiling: group.schema, registry: OfficialSuite.registry, options: options)
        for test in group.tests {
            let label = "\(group.file): \(group.description): \(test.description)"
            #expect(schema.accepts(test.instance) == test.isValid, Comment(rawValue: label))
            let violations = schema.violations(in: test.instance)
            #expect(violations.isEmpty == test.isValid, Comment(rawValue: "list: \(label)"))
        }
    }
}

/// What the engine leaves out of the optional tests, and why.
enum LeftOut {
    static func reason(for group: OfficialSuite.Group) -> String? {
        for (file, description, reason) in list
        where group.file == file && (description == nil || description == group.description) {
            return reason
        }
        return nil
    }

    static let list: [(file: String, group: String?, reason: String)] = [
        (
            "optional/format/hostname.json", "validation of A-label (punycode) host names",
            "a host name is checked by RFC 1123; the tables of IDNA 2008 are not part of the standard library"
        ),
        (
            "optional/format/idn-hostname.json", nil,
            "idn-hostname is an annotation: the tables of IDNA 2008 are not part of the standard library"
        ),
        (
            "optional/cross-draft.json", nil,
            "schemas of other drafts are refused: their keywords would be read as those of 2020-12"
        ),
        (
            "optional/dependencies-compatibility.json", nil,
            "the keyword dependencies is refused at compile time, so that nobody relies on one that is ignored"
        ),
    ]
}
