import StrictJSON

/// Turns the records of an evaluation into violations with words and places.
struct ViolationWriter {
    let program: Program
    let tape: JSONTape
    let findings: Evaluator.Findings
    /// The value that was evaluated, as a tape index: instance locations start there.
    let root: Int

    /// The violations in the order of the text, which is that of the tape.
    func violations() -> [Violation] {
        var records = findings.records
        if zip(records, records.dropFirst()).contains(where: { $0.index > $1.index }) {
            records.sort { $0.index < $1.index }
        }
        return records.map { violation($0) }
    }

    private func violation(_ record: Record) -> Violation {
        let index = Int(record.index)
        let pointer = tape.pointer(from: root, to: index)
        guard record.instruction >= 0 else {
            return Violation(
                keyword: "",
                instanceLocation: pointer,
                keywordLocation: "",
                schemaURI: "",
                schemaPointer: .root,
                byteRange: tape.byteRange(index),
                memberName: nil,
                message: "is too deep or too large for its schema to be applied",
                isAdvisory: record.isAdvisory
            )
        }
        let place = program.place(ofInstruction: record.instruction)
        let words = MessageWriter(writer: self, tape: tape, record: record).words()
        return Violation(
            keyword: place.keyword,
            instanceLocation: pointer,
            keywordLocation: keywordLocation(record.step, keyword: place.keyword),
            schemaURI: place.uri,
            schemaPointer: place.pointer,
            byteRange: tape.byteRange(index),
            memberName: words.memberName,
            message: words.message,
            isAdvisory: record.isAdvisory
        )
    }

    /// The way through the schema to a keyword of the subschema that a step applies.
    private func keywordLocation(_ step: Int32, keyword: String) -> String {
        var way: [Evaluator.Step] = []
        var current = step
        while current >= 0 {
            let next = findings.steps[Int(current)]
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
