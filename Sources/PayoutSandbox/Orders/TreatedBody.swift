import PayoutContract
import StrictJSON

/// A webhook's body as a treatment makes it.
struct TreatedBody {
    /// What is sent.
    let sent: [UInt8]
    /// What is signed.
    let signed: [UInt8]

    init(_ body: [UInt8], _ treatment: WebhookTreatment.Body) {
        if treatment == .tampered {
            sent = Self.tampered(body)
            signed = body
        } else {
            sent = Self.valid(body, treatment)
            signed = sent
        }
    }

    private static func valid(_ body: [UInt8], _ treatment: WebhookTreatment.Body) -> [UInt8] {
        if case .replaced(let bytes) = treatment { return bytes }
        // A body that was sent before as something else than JSON stays as it is.
        guard treatment != .asWritten, let tree = (try? JSONDocument(parsing: body)).map({ JSONTree($0.root) }) else {
            return body
        }
        switch treatment {
        case .whitespace: return JSONWriter(layout: .pretty(indent: 3), endsWithNewline: true).write(tree)
        case .escapes: return JSONWriter(escaping: .ascii, escapesSolidus: true).write(tree)
        case .reversedMembers: return JSONWriter().write(reversed(tree))
        case .type(let name): return JSONWriter().write(tree.setting(JSONPointer(tokens: ["type"]), to: .string(name)))
        case .unknownMembers: return JSONWriter().write(withUnknownMembers(tree))
        case .asWritten, .tampered, .replaced: return body
        }
    }

    /// The body with the first digit of each amount changed; one without amounts gets a blank in front.
    private static func tampered(_ body: [UInt8]) -> [UInt8] {
        var bytes = body
        let name = Array(#""amount":"#.utf8)
        var isChanged = false
        var index = 0
        while index + name.count < bytes.count {
            let digit = bytes[index + name.count]
            if bytes[index..<index + name.count].elementsEqual(name), (0x31...0x39).contains(digit) {
                bytes[index + name.count] = digit == 0x39 ? 0x31 : digit + 1
                isChanged = true
            }
            index += 1
        }
        return isChanged ? bytes : [0x20] + body
    }

    // The depth is that of a document that was parsed, which the text policy bounds.
    private static func reversed(_ tree: JSONTree) -> JSONTree {
        switch tree {
        case .object(let members):
            .object(members.reversed().map { .init(name: $0.name, value: reversed($0.value)) })
        case .array(let elements):
            .array(elements.map(reversed))
        case .null, .boolean, .number, .string:
            tree
        }
    }

    private static func withUnknownMembers(_ tree: JSONTree) -> JSONTree {
        let note: JSONTree = ["note": "a receiver must ignore what it does not know", "list": [1, [], "two"]]
        var tree = tree.setting(JSONPointer(tokens: ["sandbox_unknown_member"]), to: note)
        if tree["session"] != nil {
            tree = tree.setting(JSONPointer(tokens: ["session", "sandbox_unknown_member"]), to: note)
        }
        return tree
    }
}
