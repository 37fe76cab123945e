import PartnerSignature
import StrictJSON

/// A diagnosis as `verify --explain --format json` writes it; it holds neither the body nor what was signed.
struct DiagnosisJSON {
    let bytes: [UInt8]

    init(_ diagnosis: SignatureDiagnosis, received: [UInt8]) {
        var members: [JSONTree.Member] = []
        func add(_ name: String, _ value: JSONTree?) {
            if let value { members.append(JSONTree.Member(name: name, value: value)) }
        }
        add("format", 1)
        add("valid", .boolean(diagnosis.fault == nil))
        add("conclusion", .string(Self.name(of: diagnosis.conclusion)))
        add("sentence", .string(diagnosis.sentence))
        add("fault", diagnosis.fault.map(Self.tree))
        add("causes", .array(diagnosis.mistakes.map(Self.tree)))
        add("received", Self.tree(of: received))
        switch diagnosis.conclusion {
        case .explained(let explanation):
            add("signed", explanation.signed.map(Self.tree))
            add("difference", explanation.difference.map(Self.tree))
        case .somethingElse(let content):
            add("signed", Self.tree(of: content))
        case .valid, .unknownKey, .notExamined: break
        }
        add("digest_info", diagnosis.digestInfo.map { .string(Hexadecimal.encode($0)) })
        add("ruled_out", .array(diagnosis.ruledOut.map { .string($0) }))
        add("candidates", .number(JSONNumber(diagnosis.candidateCount)))
        add("complete", .boolean(!diagnosis.isBudgetSpent))
        bytes = JSONWriter.pretty.write(.object(members))
    }

    private static func name(of conclusion: SignatureDiagnosis.Conclusion) -> String {
        switch conclusion {
        case .valid: "valid"
        case .explained: "explained"
        case .somethingElse: "something_else"
        case .unknownKey: "unknown_key"
        case .notExamined: "not_examined"
        }
    }

    private static func tree(of fault: SignatureFault) -> JSONTree {
        [
            "code": .string(fault.code.identifier),
            "rule": .string(fault.rule),
            "sentence": .string(fault.sentence),
            "offset": fault.offset.map { .number(JSONNumber($0)) } ?? .null,
            "fix": .string(fault.fix),
            "passes_lenient_decoding": .boolean(fault.passesLenientDecoding),
        ]
    }

    private static func tree(of mistake: Mistake) -> JSONTree {
        [
            "id": .string(mistake.identifier),
            "part": .string(mistake.part.rawValue),
            "sentence": .string(mistake.sentence),
            "detail": mistake.detail.map { .string($0) } ?? .null,
            "fix": .string(mistake.remedy.advice),
            "code": .object(
                Remedy.Language.allCases.map { .init(name: $0.rawValue, value: .string(mistake.remedy[$0])) }
            ),
        ]
    }

    private static func tree(of bytes: [UInt8]) -> JSONTree {
        ["bytes": .number(JSONNumber(bytes.count)), "sha256": .string(SHA256Digest(of: bytes).hexadecimal)]
    }

    private static func tree(of content: SignatureDiagnosis.SignedContent) -> JSONTree {
        [
            "algorithm": content.algorithm.map { .string($0.name) } ?? .null,
            "digest": content.digest.map { .string(Hexadecimal.encode($0)) } ?? .null,
        ]
    }

    private static func tree(of difference: ByteDifference) -> JSONTree {
        func byte(_ byte: UInt8?) -> JSONTree { byte.map { .number(JSONNumber($0)) } ?? .null }
        return [
            "offset": .number(JSONNumber(difference.offset)),
            "line": .number(JSONNumber(difference.position.line)),
            "column": .number(JSONNumber(difference.position.column)),
            "received": byte(difference.received),
            "signed": byte(difference.signed),
        ]
    }
}
