import StrictJSON

/// Reads one case file: a header that holds for all its cases, and the cases.
struct CaseFileReader {
    private struct Header {
        var api = ""
        var message = ""
        var direction = MessageCase.Direction.request
    }

    let path: String
    private let kind: VectorCase.Kind
    private var header = Header()
    private var lines: TextLines

    /// The cases of the file at `path`, which must be of `kind`.
    static func cases(at path: String, kind: VectorCase.Kind, in set: VectorSet) throws(VectorError) -> [VectorCase] {
        var file = try RecordReader(file: path, of: "a case file", in: set)
        guard try file.count("format") == 1 else { throw file.failure("format must be 1") }
        let found: VectorCase.Kind = try file.choice("kind")
        guard found == kind else {
            throw file.failure("cases of kind \(found.rawValue) do not belong in this folder")
        }
        var reader = CaseFileReader(path: path, kind: kind, lines: TextLines(file.value.document.bytes))
        if kind == .message {
            reader.header.api = try file.string("api")
            reader.header.message = try file.string("message")
            reader.header.direction = try file.choice("direction")
        }
        let count = try file.count("count")
        _ = file.optional("title")
        _ = file.optional("comment")
        let list = try file.required("cases")
        try file.finish()
        let cases = try file.map(list, "cases") { (element) throws(VectorError) in try reader.readCase(element) }
        guard cases.count == count else {
            throw file.failure("count is \(count), but there are \(cases.count) cases", at: file.value["count"])
        }
        return cases
    }

    private init(path: String, kind: VectorCase.Kind, lines: TextLines) {
        self.path = path
        self.kind = kind
        self.lines = lines
    }

    private func readCase(_ value: JSONValue) throws(VectorError) -> VectorCase {
        var reader = try RecordReader(value, of: "a case", in: path)
        let id = try reader.string("id")
        let title = try reader.string("title")
        let rules = try reader.strings("rule").map(RuleID.init(rawValue:))
        guard !rules.isEmpty else { throw reader.failure("the case \(id) names no rule") }
        let level: Rule.Level = try reader.choice("level")
        let comment = try reader.string("comment")
        let tags = try reader.strings("tags")
        let since = try reader.string("since")
        let twin = try reader.optionalString("twin")
        let content = try readContent(&reader)
        try reader.finish()
        return VectorCase(
            id: id,
            title: title,
            rules: rules,
            level: level,
            comment: comment,
            tags: tags,
            since: since,
            twin: twin,
            path: path,
            line: lines.position(at: value.byteRange.lowerBound).line,
            content: content
        )
    }

    private func readContent(_ reader: inout RecordReader) throws(VectorError) -> VectorCase.Content {
        switch kind {
        case .message:
            return .message(
                MessageCase(
                    api: header.api,
                    message: header.message,
                    direction: header.direction,
                    request: try reader.optionalString("request").map { Array($0.utf8) },
                    body: try readBody(&reader),
                    expectation: try readExpectation(&reader, place: .pointer)
                )
            )
        case .text:
            return .text(
                TextCase(
                    body: try readLongBody(&reader),
                    expectation: try readExpectation(&reader, place: .offset)
                )
            )
        case .signature:
            return .signature(try readSignature(&reader))
        case .sequence:
            return .sequence(try readSequence(&reader))
        }
    }
}

extension CaseFileReader {
    /// How a finding says its place.
    private enum Place {
        case pointer
        case offset
    }

    private func readExpectation(_ reader: inout RecordReader, place: Place) throws(VectorError) -> Expectation {
        var expect = try RecordReader(try reader.required("expect"), of: "expect", in: path)
        let verdict: VectorCase.Verdict = try expect.choice("verdict")
        let expectation: Expectation
        switch verdict {
        case .accept:
            var warnings: [ExpectedFinding] = []
            if let list = expect.optional("warns") {
                warnings = try expect.map(list, "warns") { (element) throws(VectorError) in
                    var warning = try RecordReader(element, of: "a warning", in: path)
                    let finding = try readFinding(&warning, place: place)
                    try warning.finish()
                    return finding
                }
            }
            expectation = .accept(warnings: warnings)
        case .reject:
            expectation = .reject(try readFinding(&expect, place: place))
        case .either:
            guard try expect.string("profile") == "strict" else {
                throw expect.failure("profile must be strict: the profile that rejects")
            }
            expectation = .rejectStrictly(try readFinding(&expect, place: place))
        }
        try expect.finish()
        return expectation
    }

    private func readFinding(_ reader: inout RecordReader, place: Place) throws(VectorError) -> ExpectedFinding {
        let rule = RuleID(rawValue: try reader.string("rule"))
        switch place {
        case .offset:
            return ExpectedFinding(rule: rule, pointer: nil, offset: try reader.count("offset"))
        case .pointer:
            let member = try reader.required("pointer")
            guard let pointer = member.string.flatMap(JSONPointer.init) else {
                throw reader.failure("pointer must be a JSON pointer", at: member)
            }
            return ExpectedFinding(rule: rule, pointer: pointer, offset: nil)
        }
    }

    /// The rule that a case without a place breaks, or nil when it is accepted.
    private func readBrokenRule(_ reader: inout RecordReader) throws(VectorError) -> RuleID? {
        var expect = try RecordReader(try reader.required("expect"), of: "expect", in: path)
        let verdict: VectorCase.Verdict = try expect.choice("verdict")
        guard verdict != .either else { throw expect.failure("verdict must be accept or reject") }
        let rule = verdict == .accept ? nil : RuleID(rawValue: try expect.string("rule"))
        try expect.finish()
        return rule
    }

    private func readSignature(_ reader: inout RecordReader) throws(VectorError) -> SignatureCase {
        let signature = try reader.required("signature")
        guard let header = signature.string else { throw reader.failure("signature must be a string", at: signature) }
        return SignatureCase(
            operation: try reader.choice("operation"),
            keyPath: try reader.string("key"),
            body: try readLongBody(&reader),
            sha256: try reader.optionalString("sha256"),
            digestInfo: try reader.optionalString("digest_info"),
            signature: header,
            signatureHex: try reader.optionalString("signature_hex"),
            payload: try reader.optionalString("payload"),
            brokenRule: try readBrokenRule(&reader)
        )
    }

    private func readSequence(_ reader: inout RecordReader) throws(VectorError) -> SequenceCase {
        let list = try reader.required("steps")
        var steps: [SequenceCase.Step] = []
        _ = try reader.map(list, "steps") { (element) throws(VectorError) in
            steps.append(try readStep(element, after: steps))
        }
        guard !steps.isEmpty else { throw reader.failure("steps must not be empty", at: list) }
        let brokenRule = try readBrokenRule(&reader)
        let hasRefusedStep = steps.contains { if case .error = $0.outcome { true } else { false } }
        guard hasRefusedStep == (brokenRule != nil) else {
            throw reader.failure("the verdict must be reject when a step is refused, and only then")
        }
        return SequenceCase(steps: steps, brokenRule: brokenRule)
    }

    private func readStep(
        _ value: JSONValue,
        after earlier: [SequenceCase.Step]
    ) throws(VectorError) -> SequenceCase.Step {
        var reader = try RecordReader(value, of: "a step", in: path)
        let action = try readAction(&reader, after: earlier)
        let delivered = reader.optional("delivered")
        if let delivered {
            guard case .event = action, delivered.boolean == false else {
                throw reader.failure("delivered must be false, and stands beside an event only", at: delivered)
            }
        }
        var expect = try RecordReader(try reader.required("expect"), of: "expect", in: path)
        let outcome: SequenceCase.Step.Outcome
        switch (try expect.optionalString("state"), try expect.optionalString("error")) {
        case (let state?, nil): outcome = .state(state)
        case (nil, let error?): outcome = .error(error)
        default: throw expect.failure("expect must have one of the members state and error")
        }
        try expect.finish()
        try reader.finish()
        return SequenceCase.Step(action: action, isDelivered: delivered == nil, outcome: outcome)
    }

    private func readAction(
        _ reader: inout RecordReader,
        after earlier: [SequenceCase.Step]
    ) throws(VectorError) -> SequenceCase.Step.Action {
        let (request, event) = (try reader.optionalString("request"), try reader.optionalString("event"))
        let delivery = reader.optional("delivery")
        switch (request, event, delivery) {
        case (let request?, nil, nil): return .request(request)
        case (nil, let event?, nil): return .event(event)
        case (nil, nil, let delivery?):
            let number = delivery.number?.int64.flatMap(Int.init(exactly:)) ?? 0
            guard number >= 1, number <= earlier.count, case .event = earlier[number - 1].action else {
                throw reader.failure("delivery must be the number of an earlier step with an event", at: delivery)
            }
            return .delivery(ofStep: number)
        default: throw reader.failure("a step must have one of the members request, event and delivery")
        }
    }
}
