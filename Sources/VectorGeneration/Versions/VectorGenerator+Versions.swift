import PayoutContract
import PayoutVectors
import StrictJSON

extension VectorGenerator {
    /// Makes the schemas and cases of API v2 from those of API v1.
    ///
    /// A message is mirrored when both versions have it, and an object when one of these messages, or a schema of API v2
    /// that people write, refers to it. Where people write a schema or case of API v2 under the same `$id` or id, theirs
    /// stands.
    ///
    /// - Throws: `VectorGenerationError` when a file of API v1 can't be read or a reference leads nowhere.
    static func versionFiles(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        try mirroredSchemas(from: vectors) + mirroredCases(from: vectors)
    }

    private static func mirroredSchemas(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        let handwritten = vectors.jsonPaths(in: "schemas/v2").filter { !isMade($0, in: vectors) }
        var waiting = MessageType.all(of: .v2).compactMap { MessageType($0.kind, api: .v1)?.schemaName }
            .filter { vectors.bytes(at: "schemas/v1/\($0).json") != nil }
        for path in handwritten { waiting += VersionMirror.sources(of: try tree(at: path, in: vectors)) }
        var files: [String: GeneratedFile] = [:]
        while let name = waiting.popLast() {
            let path = "schemas/v2/\(name).json"
            guard files[name] == nil, !handwritten.contains(path) else { continue }
            let source = "schemas/v1/\(name).json"
            let schema = try tree(at: source, in: vectors)
            files[name] = file(path, VersionMirror.schema(schema, from: source))
            waiting += VersionMirror.sources(of: schema)
        }
        return files.values.sorted { $0.path < $1.path }
    }

    private static func mirroredCases(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        for folder in ["payloads", "webhooks"] {
            let written = try handwrittenIDs(in: "\(folder)/v2", of: vectors)
            for path in vectors.jsonPaths(in: "\(folder)/v1") where !isMade(path, in: vectors) {
                let source = try tree(at: path, in: vectors)
                guard isMessageOfBothVersions(source) else { continue }
                let cases = (source["cases"]?.elements ?? []).map(VersionMirror.messageCase)
                    .filter { !written.contains($0["id"]?.string ?? "") }
                guard !cases.isEmpty else { continue }
                let mirrored =
                    source
                    .setting(JSONPointer(tokens: ["api"]), to: "v2")
                    .setting(JSONPointer(tokens: ["count"]), to: .number(JSONNumber(cases.count)))
                    .setting(JSONPointer(tokens: ["cases"]), to: .array(cases))
                let name = path.split(separator: "/").last.map(String.init) ?? path
                files.append(file("\(folder)/v2/mirrored/\(name)", mirrored))
            }
        }
        return files
    }

    private static func handwrittenIDs(
        in folder: String,
        of vectors: VectorSet
    ) throws(VectorGenerationError) -> Set<String> {
        var ids: Set<String> = []
        for path in vectors.jsonPaths(in: folder) where !isMade(path, in: vectors) {
            ids.formUnion((try tree(at: path, in: vectors)["cases"]?.elements ?? []).compactMap { $0["id"]?.string })
        }
        return ids
    }

    private static func isMessageOfBothVersions(_ file: JSONTree) -> Bool {
        guard let message = file["message"]?.string,
            let direction = file["direction"]?.string.flatMap(MessageCase.Direction.init)
        else { return false }
        return MessageType(name: MessageCase.name(of: message, direction: direction), api: .v2) != nil
    }

    private static func tree(at path: String, in vectors: VectorSet) throws(VectorGenerationError) -> JSONTree {
        do throws(VectorError) {
            return JSONTree(try vectors.document(at: path).root)
        } catch {
            throw VectorGenerationError(.unreadableFile, subject: error.description)
        }
    }

    private static func file(_ path: String, _ tree: JSONTree) -> GeneratedFile {
        GeneratedFile(path: "vectors/\(path)", bytes: JSONWriter.pretty.write(tree))
    }
}
