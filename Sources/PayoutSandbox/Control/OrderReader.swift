import HTTPWire
import PayoutContract
import StrictJSON

/// Reads orders as the control API takes them.
enum OrderReader {
    /// An order of either kind.
    enum Order {
        case answer(AnswerOrder)
        case webhook(WebhookOrder)
    }

    static func read(_ value: JSONValue) throws(MemberFault) -> Order {
        let object = try ClosedObject(value, members: ["answer", "webhook"])
        switch (object["answer"], object["webhook"]) {
        case (let answer?, nil): return .answer(try self.answer(answer))
        case (nil, let webhook?): return .webhook(try self.webhook(webhook))
        default: throw object.fault("needs one of answer and webhook")
        }
    }

    private enum Fault: String, CaseIterable {
        case delay, drop, reset, status, refusal, repeated, drip
        case errorPage = "error_page"
        case truncatedBody = "truncated_body"
        case wrongLength = "wrong_length"
    }

    private static func answer(_ value: JSONValue) throws(MemberFault) -> AnswerOrder {
        let object = try ClosedObject(
            value,
            at: "answer",
            members: [
                "fault", "effect", "project", "operation", "session_id", "count", "seconds", "status", "code", "by",
                "bytes", "envelope", "text",
            ]
        )
        guard let kind = try object.choice("fault", of: Fault.self) else {
            throw object.fault("needs fault: \(Fault.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let operation = try object.string("operation")
        if let operation, Operation(path: operation) == nil {
            throw object.fault(of: "operation", "must be one of \(Operation.all.map(\.path).joined(separator: ", "))")
        }
        return AnswerOrder(
            try fault(kind, object),
            effect: try object.choice("effect", of: AnswerOrder.Effect.self) ?? .first,
            project: try object.string("project"),
            operation: operation,
            sessionID: try object.string("session_id"),
            count: try object.integer("count", in: 1...1_000_000) ?? 1
        )
    }

    private static func fault(_ kind: Fault, _ object: ClosedObject) throws(MemberFault) -> AnswerFault {
        let status = try object.integer("status", in: 200...599)
        let seconds = try object.seconds("seconds")
        return switch kind {
        case .delay: .delay(seconds ?? .seconds(1))
        case .drop: .drop
        case .reset: .reset
        case .status: .status(status ?? 500)
        case .errorPage: .errorPage(status ?? 502)
        case .refusal:
            .refusal(
                code: try object.string("code") ?? "internal_error",
                status: status,
                envelope: try object.choice("envelope", of: BankBehaviour.ErrorEnvelope.self)
            )
        case .repeated: .repeated(description: try object.string("text"))
        case .truncatedBody: .truncatedBody
        case .wrongLength: .wrongLength(by: try object.integer("by", in: -1_000_000...1_000_000) ?? 10)
        case .drip:
            .drip(try object.integer("bytes", in: 1...65_536) ?? 1, every: seconds ?? .milliseconds(10))
        }
    }

    static let treatmentMembers = [
        "timing", "seconds", "copies", "number", "signature", "signature_value", "body", "type_name", "text",
        "lower_case_headers", "wire", "bytes", "attempts",
    ]

    private enum Timing: String, CaseIterable {
        case delayed, dropped
        case whenDue = "when_due"
        case beforeAnswer = "before_answer"
        case behindNext = "behind_next"
    }

    private enum Copies: String, CaseIterable {
        case single
        case inTurn = "in_turn"
        case atOnce = "at_once"
        case againAfterEnd = "again_after_end"
    }

    private enum Signature: String, CaseIterable {
        case right, absent, value
        case otherKey = "other_key"
        case previousKey = "previous_key"
    }

    private enum Body: String, CaseIterable {
        case tampered, whitespace, escapes, type, replaced
        case asWritten = "as_written"
        case reversedMembers = "reversed_members"
        case unknownMembers = "unknown_members"
    }

    private enum Wire: String, CaseIterable {
        case chunked, drip, truncated, reset
    }

    private static func webhook(_ value: JSONValue) throws(MemberFault) -> WebhookOrder {
        let object = try ClosedObject(
            value,
            at: "webhook",
            members: ["project", "session_id", "type", "count"] + treatmentMembers
        )
        return WebhookOrder(
            try treatment(object),
            project: try object.string("project"),
            sessionID: try object.string("session_id"),
            type: try webhookType(object),
            count: try object.integer("count", in: 1...1_000_000) ?? 1
        )
    }

    static func webhookType(_ object: ClosedObject) throws(MemberFault) -> WebhookType? {
        guard let name = try object.string("type") else { return nil }
        guard let type = WebhookType(name: name) else {
            throw object.fault(of: "type", "must be one of \(WebhookType.all.map(\.name).joined(separator: ", "))")
        }
        return type
    }

    static func treatment(_ object: ClosedObject) throws(MemberFault) -> WebhookTreatment {
        let attempts = try object.integer("attempts", in: 0...1_000_000) ?? 1
        return WebhookTreatment(
            timing: try timing(object),
            copies: try copies(object),
            signature: try signature(object),
            body: try body(object),
            lowerCaseHeaders: try object.boolean("lower_case_headers") ?? false,
            wire: try wire(object),
            attempts: attempts == 0 ? nil : attempts
        )
    }

    private static func timing(_ object: ClosedObject) throws(MemberFault) -> WebhookTreatment.Timing {
        switch try object.choice("timing", of: Timing.self) ?? .whenDue {
        case .whenDue: .whenDue
        case .delayed: .delayed(try object.seconds("seconds") ?? .seconds(1))
        case .beforeAnswer: .beforeAnswer
        case .behindNext: .behindNext
        case .dropped: .dropped
        }
    }

    private static func copies(_ object: ClosedObject) throws(MemberFault) -> WebhookTreatment.Copies {
        let number = try object.integer("number", in: 2...64) ?? 2
        return switch try object.choice("copies", of: Copies.self) ?? .single {
        case .single: .single
        case .inTurn: .inTurn(number)
        case .atOnce: .atOnce(number)
        case .againAfterEnd: .againAfterEnd
        }
    }

    private static func signature(_ object: ClosedObject) throws(MemberFault) -> WebhookTreatment.Signature {
        switch try object.choice("signature", of: Signature.self) ?? .right {
        case .right: .right
        case .absent: .absent
        case .otherKey: .otherKey
        case .previousKey: .previousKey
        case .value: .value(try object.required("signature_value"))
        }
    }

    private static func body(_ object: ClosedObject) throws(MemberFault) -> WebhookTreatment.Body {
        switch try object.choice("body", of: Body.self) ?? .asWritten {
        case .asWritten: .asWritten
        case .tampered: .tampered
        case .whitespace: .whitespace
        case .escapes: .escapes
        case .reversedMembers: .reversedMembers
        case .unknownMembers: .unknownMembers
        case .type: .type(try object.string("type_name") ?? "confirmation_payout")
        case .replaced: .replaced(Array(try object.required("text").utf8))
        }
    }

    private static func wire(_ object: ClosedObject) throws(MemberFault) -> WireFault? {
        guard let wire = try object.choice("wire", of: Wire.self) else { return nil }
        let size = try object.integer("bytes", in: 1...65_536)
        return switch wire {
        case .chunked: .chunked(size ?? 64)
        case .drip: .drip(size ?? 1, every: try object.seconds("seconds") ?? .milliseconds(5))
        case .truncated: .truncateBody(keep: size ?? 100)
        case .reset: .resetConnection
        }
    }
}
