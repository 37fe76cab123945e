@_spi(Tape) import StrictJSON

/// An evaluation that found something wrong: all that the words and places of its violations are made of.
final class FailedEvaluation: Sendable {
    let program: Program
    let document: JSONDocument
    /// The value that was evaluated, as a tape index: instance locations start there.
    let root: Int
    private let steps: [Evaluator.Step]
    /// Lists that records refer to.
    let choices: [[Int32]]

    private init(_ program: Program, _ value: JSONValue, _ findings: Evaluator.Findings) {
        self.program = program
        document = value.document
        root = value.index
        steps = findings.steps
        choices = findings.choices
    }

    /// The violations in the order of the text, which is that of the tape.
    static func violations(_ findings: Evaluator.Findings, of value: JSONValue, by program: Program) -> [Violation] {
        var records = findings.records
        if records.isEmpty { return [] }
        if zip(records, records.dropFirst()).contains(where: { $0.index > $1.index }) {
            records.sort { $0.index < $1.index }
        }
        let evaluation = FailedEvaluation(program, value, findings)
        return records.map { Violation(evaluation: evaluation, record: $0) }
    }

    /// Where the keyword stands; nil when the evaluation was cut off.
    func place(of record: Record) -> KeywordPlace? {
        record.instruction < 0 ? nil : program.place(ofInstruction: record.instruction)
    }

    func byteRange(of record: Record) -> Range<Int> {
        document.withTape { $0.byteRange(Int(record.index)) }
    }

    func instanceLocation(of record: Record) -> JSONPointer {
        document.withTape { $0.pointer(from: root, to: Int(record.index)) }
    }

    func message(of record: Record) -> String {
        document.withTape { MessageWriter(evaluation: self, tape: $0, record: record).message() }
    }

    func memberName(of record: Record) -> String? {
        document.withTape { MessageWriter(evaluation: self, tape: $0, record: record).memberName() }
    }

    /// The way through the schema to the keyword.
    func keywordLocation(of record: Record) -> String {
        guard let keyword = place(of: record)?.keyword else { return "" }
        var way: [Evaluator.Step] = []
        var current = record.step
        while current >= 0 {
            let next = steps[Int(current)]
            way.append(next)
            current = next.parent
        }
        var text: [UInt8] = []
        text.reserveCapacity(way.count * 24 + keyword.utf8.count + 1)
        for step in way.reversed() { append(step, to: &text) }
        if !keyword.isEmpty {
            text.append(0x2F)
            PointerText.append(keyword.utf8, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func append(_ step: Evaluator.Step, to text: inout [UInt8]) {
        let site = program.sites[Int(step.instruction)]
        let owner = program.nodes[Int(site.node)]
        let target = program.nodes[Int(step.node)]
        let operation = program.storage.view.instructions[Int(step.instruction)].operation
        let isReference = operation == .reference || operation == .dynamicReference
        program.documents[Int(owner.document)].document
            .withTape { tape in
                var keyword = Int(site.keyword)
                if operation == .conditional, let name = tape.name(ofValue: Int(target.index)) {
                    // `then` and `else` are keywords of their own, which the instruction of `if` applies.
                    keyword = name
                }
                PointerText.append(name: keyword, of: tape, to: &text)
                if !isReference { PointerText.append(from: keyword + 1, to: Int(target.index), of: tape, to: &text) }
            }
    }
}

extension JSONTape {
    /// The index of the name of a member's value, or nil where the value is no member's.
    func name(ofValue index: Int) -> Int? {
        index > 0 && kind(index - 1) == .name ? index - 1 : nil
    }
}
