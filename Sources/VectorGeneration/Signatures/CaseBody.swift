import PartnerSignature
import StrictJSON

/// The body of a case: its bytes, and the members that describe them in the file.
struct CaseBody {
    /// The exact bytes.
    let bytes: [UInt8]
    /// The members of the case that give them: `body`, `body_base64` or `body_repeat`.
    let members: [JSONTree.Member]

    /// A body that stands in the file as it is: as text where it is UTF-8, else in Base64.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if let text = String(validating: bytes, as: UTF8.self) {
            members = [JSONTree.Member(name: "body", value: .string(text))]
        } else {
            members = [JSONTree.Member(name: "body_base64", value: .string(Base64.encode(bytes)))]
        }
    }

    /// A long body that stands in the file as a recipe: `unit`, written `count` times.
    init(repeating unit: String, count: Int) {
        bytes = Array(repeatElement(unit.utf8, count: count).joined())
        let recipe: JSONTree = ["text": .string(unit), "count": .number(JSONNumber(count))]
        members = [JSONTree.Member(name: "body_repeat", value: recipe)]
    }
}
