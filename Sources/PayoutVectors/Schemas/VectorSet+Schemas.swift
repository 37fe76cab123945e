public import StrictJSON

extension VectorSet {
    /// The start of the URI of every schema of the contract.
    private static let schemaPrefix = "urn:bank131:payout:"

    /// All schemas of messages and objects, in the order of their paths.
    ///
    /// - Throws: an error with the file and the place when one is no JSON, or its `$id` is not the one that its path demands.
    public func schemaDocuments() throws(VectorError) -> [JSONDocument] {
        var documents: [JSONDocument] = []
        for path in jsonPaths(in: "schemas") { documents.append(try schemaDocument(at: path)) }
        return documents
    }

    /// Whether there is a schema with the URI `uri`.
    public func hasSchema(_ uri: String) -> Bool {
        Self.schemaPath(uri).map { bytes(at: $0) != nil } ?? false
    }

    /// The schema with the URI `uri` and every schema that it refers to, directly or not, the first one first.
    ///
    /// Reading one message's schemas costs a fraction of reading all.
    ///
    /// - Throws: an error when one of them does not exist, is no JSON, or says another `$id`.
    public func schemaDocuments(reachableFrom uri: String) throws(VectorError) -> [JSONDocument] {
        var documents: [JSONDocument] = []
        var uris = [uri]
        var next = 0
        while next < uris.count {
            guard let path = Self.schemaPath(uris[next]) else {
                throw VectorError(path: "schemas", reason: "\(uris[next]) is not the URI of a schema of this contract")
            }
            let document = try schemaDocument(at: path)
            documents.append(document)
            for reference in Self.references(in: document) where !uris.contains(reference) { uris.append(reference) }
            next += 1
        }
        return documents
    }

    /// The path of the schema with the URI `uri`: `urn:bank131:payout:v1:token-request` is `schemas/v1/token-request.json`.
    private static func schemaPath(_ uri: String) -> String? {
        guard uri.hasPrefix(schemaPrefix) else { return nil }
        let parts = uri.dropFirst(schemaPrefix.count).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") && !$0.contains(".") }) else {
            return nil
        }
        return "schemas/\(parts[0])/\(parts[1]).json"
    }

    private func schemaDocument(at path: String) throws(VectorError) -> JSONDocument {
        let document = try document(at: path)
        let id = document.root["$id"]
        guard let uri = id?.string, Self.schemaPath(uri) == path else {
            let position = document.position(at: (id ?? document.root).byteRange.lowerBound)
            throw VectorError(path: path, position: position, reason: "$id must be the URI that belongs to the path")
        }
        return document
    }

    /// The URIs, without fragment, that `$ref` names anywhere in the document.
    private static func references(in document: JSONDocument) -> [String] {
        var found: [String] = []
        var waiting = [document.root]
        while let value = waiting.popLast() {
            if value.kind == .array { waiting += value.elements }
            guard value.kind == .object else { continue }
            for member in value.members {
                waiting.append(member.value)
                guard member.name == "$ref", let reference = member.value.string else { continue }
                let uri = String(reference.prefix { $0 != "#" })
                if uri.hasPrefix(schemaPrefix) { found.append(uri) }
            }
        }
        return found
    }
}
