import JSONSchema
import PayoutVectors
import StrictJSON
import Testing

/// The files against the closed schema that is published beside them.
struct VectorSchemaTests {
    static let paths = VectorSet.embedded.paths.filter { path in
        path.hasSuffix(".json") && !path.hasPrefix("schemas/") && path != "vectors.schema.json"
    }

    static let schema = Result { try Schema(compiling: VectorSet.embedded.document(at: "vectors.schema.json")) }

    @Test(arguments: paths)
    func `a case file or register keeps the published schema`(path: String) throws {
        let schema = try Self.schema.get()
        let violations = schema.violations(in: try VectorSet.embedded.document(at: path), limit: 5)
        #expect(violations.isEmpty)
    }

    @Test(arguments: [
        ("\"format\": 1", "\"format\": 2"), ("\"twin\": ", "\"twins\": "),
        ("\"verdict\": \"reject\"", "\"verdict\": \"no\""),
        ("\"since\": \"0.1.0\"", "\"since\": \"soon\""), ("\"body\": ", "\"body_base64\": \"\", \"body\": "),
    ])
    func `the published schema is closed`(right: String, wrong: String) throws {
        let path = "payloads/v1/session-start-payout-request.json"
        let file = String(decoding: try VectorSet.embedded.document(at: path).bytes, as: UTF8.self)
        let range = try #require(file.firstRange(of: right))
        let changed = try JSONDocument(parsing: file.replacingCharacters(in: range, with: wrong))
        #expect(!(try Self.schema.get().accepts(changed)))
    }

    @Test func `the examples of a schema keep it`() throws {
        let documents = try VectorSet.embedded.schemaDocuments()
        var registry = SchemaRegistry()
        for document in documents { try registry.add(document) }
        for document in documents {
            let uri = try #require(document.root["$id"]?.string)
            let schema = try Schema(compiling: uri, in: registry, options: SchemaOptions(advisoryKeyword: "x-should"))
            for example in try #require(document.root["examples"]).elements {
                let text = try JSONDocument(parsing: example.rawBytes)
                #expect(schema.accepts(text), "\(uri)")
            }
        }
    }

    /// Every folder with cases; those in folders below it are not its own.
    static let folders: [String] = {
        let kinds = VectorCase.Kind.allCases.flatMap(\.folders)
        return Set(kinds.flatMap { VectorSet.embedded.jsonPaths(in: $0) }.map(folder)).sorted()
    }()

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    @Test func `the README counts all cases`() throws {
        let bytes = try #require(VectorSet.embedded.bytes(at: "README.md"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let row = try #require(lines.first { $0.hasPrefix("| all |") })
        let counts = row.split(separator: "|").compactMap { Int($0.trimming(" ")) }
        let cases = try VectorSet.embedded.cases()
        let accepted = cases.filter(\.isAccepted).count
        #expect(counts == [Set(cases.map(\.path)).count, accepted, cases.count - accepted, cases.count])
    }

    /// The second table in the README: file, all cases, accepted, refused, what it holds.
    @Test(arguments: VectorSet.embedded.jsonPaths(in: "signatures"))
    func `the README counts the cases of a file of signatures as they are`(path: String) throws {
        let bytes = try #require(VectorSet.embedded.bytes(at: "README.md"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let name = path.dropFirst("signatures/".count)
        let row = try #require(lines.first { $0.hasPrefix("| `\(name)` |") })
        let counts = row.split(separator: "|").compactMap { Int($0.trimming(" ")) }
        let cases = try VectorSet.embedded.cases(kind: .signature).filter { $0.path == path }
        let accepted = cases.filter(\.isAccepted).count
        #expect(counts == [cases.count, accepted, cases.count - accepted])
    }

    /// The table in the README: folder, what it holds, files, accepted, refused, all cases.
    @Test(arguments: folders)
    func `the README counts the cases as they are`(folder: String) throws {
        let bytes = try #require(VectorSet.embedded.bytes(at: "README.md"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let row = try #require(lines.first { $0.hasPrefix("| `\(folder)/` |") })
        let counts = row.split(separator: "|").compactMap { Int($0.trimming(" ")) }
        let cases = try VectorSet.embedded.cases().filter { Self.folder(of: $0.path) == folder }
        let accepted = cases.filter(\.isAccepted).count
        #expect(counts == [Set(cases.map(\.path)).count, accepted, cases.count - accepted, cases.count])
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> Substring {
        drop { $0 == character }.prefix { $0 != character }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: other)
        return copy
    }
}
