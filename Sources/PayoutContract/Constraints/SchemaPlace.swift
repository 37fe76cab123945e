public import StrictJSON

/// A schema object: the document that holds it and its place there.
public struct SchemaPlace: Hashable, Sendable, CustomStringConvertible {
    /// The `$id` of the document, such as `urn:bank131:payout:common:amount`.
    public let uri: String
    /// The place of the schema object in the document.
    public let pointer: JSONPointer

    /// Names a schema object.
    public init(uri: String, pointer: JSONPointer) {
        self.uri = uri
        self.pointer = pointer
    }

    /// The schema object at a member or element of this one.
    public func appending(_ tokens: String...) -> SchemaPlace { below(tokens) }

    /// The schema object at the end of some tokens from this one.
    func below(_ tokens: [String]) -> SchemaPlace {
        SchemaPlace(uri: uri, pointer: JSONPointer(tokens: pointer.tokens + tokens))
    }

    /// The folder of the document below `schemas/`: `common`, `v1` or `v2`.
    public var family: String {
        let parts = uri.split(separator: ":")
        return parts.count > 1 ? String(parts[parts.count - 2]) : ""
    }

    /// The file name of the document without its ending.
    public var name: String { uri.split(separator: ":").last.map(String.init) ?? "" }

    /// The path of the document below `vectors/`.
    public var path: String { "schemas/\(family)/\(name).json" }

    /// The document and the place: `common/amount#/properties/amount`.
    public var description: String { "\(family)/\(name)#\(pointer)" }
}
