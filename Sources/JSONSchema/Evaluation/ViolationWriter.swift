import StrictJSON

/// Turns the records of an evaluation into violations with words and places.
struct ViolationWriter {
    let program: Program
    let tape: JSONTape
    let findings: Evaluator.Findings
    /// The value that was evaluated, as a tape index: instance locations start there.
    let root: Int

    func violations() -> [Violation] {
        let found = findings.records.map { violation($0) }
        // In the order of the text; the sort keeps the order of what is at the same place.
        return found.sorted { $0.byteRange.lowerBound < $1.byteRange.lowerBound }
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
        let site = program.sites[Int(record.instruction)]
        let node = program.nodes[Int(site.node)]
        let resource = program.resources[Int(node.resource)]
        let schema = program.documents[Int(node.document)].document
        let keyword = site.keyword < 0 ? "" : schema.withTape { $0.string(Int(site.keyword)) }
        let place = site.keyword < 0 ? Int(node.index) : Int(site.keyword) + 1
        let message = MessageWriter(writer: self, tape: tape, record: record)
        let words = message.words()
        return Violation(
            keyword: keyword,
            instanceLocation: pointer,
            keywordLocation: keywordLocation(record.step) + (keyword.isEmpty ? "" : token(keyword)),
            schemaURI: resource.uri,
            schemaPointer: schema.withTape { $0.pointer(from: Int(resource.root), to: place) },
            byteRange: tape.byteRange(index),
            memberName: words.memberName,
            message: words.message,
            isAdvisory: record.isAdvisory
        )
    }

    /// The way through the schema to a step, by the names of its keywords.
    private func keywordLocation(_ step: Int32) -> String {
        var way: [Evaluator.Step] = []
        var current = step
        while current >= 0 {
            let next = findings.steps[Int(current)]
            way.append(next)
            current = next.parent
        }
        var text = ""
        for step in way.reversed() {
            let site = program.sites[Int(step.instruction)]
            let owner = program.nodes[Int(site.node)]
            let document = program.documents[Int(owner.document)].document
            let operation = program.storage.view.instructions[Int(step.instruction)].operation
            document.withTape { tape in
                var keyword = Int(site.keyword)
                let target = program.nodes[Int(step.node)]
                let isInside = target.document == owner.document
                if operation == .conditional, isInside, let name = tape.name(ofValue: Int(target.index)) {
                    // `then` and `else` are keywords of their own, which the instruction of `if` applies.
                    keyword = name
                }
                text += token(tape.string(keyword))
                if operation != .reference, operation != .dynamicReference, isInside {
                    text += tape.pointer(from: keyword + 1, to: Int(target.index)).description
                }
            }
        }
        return text
    }

    private func token(_ name: String) -> String { JSONPointer(tokens: [name]).description }
}

extension JSONTape {
    /// The index of the name of a member's value, or nil where the value is no member's.
    func name(ofValue index: Int) -> Int? {
        index > 0 && kind(index - 1) == .name ? index - 1 : nil
    }
}
