import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// What the control API shows, as JSON.
struct ControlViews: Sendable {
    let showsSensitive: Bool

    func bytes(_ body: [UInt8]) -> JSONTree {
        .string(String(decoding: showsSensitive ? body : SensitiveData.masked(body), as: UTF8.self))
    }

    static let triggers: JSONTree = .array(
        OutcomeTrigger.all.map { trigger in
            object([
                ("last4", .string(trigger.lastFour)), ("kopecks", trigger.kopecks.map { .string($0) }),
                ("card_number", .string(trigger.cardNumber)), ("card_token", .string(trigger.cardToken)),
                ("outcome", .string(trigger.course.name)),
                ("error_code", trigger.course.errorCode.map { .string($0) }), ("summary", .string(trigger.summary)),
            ])
        }
    )

    static func session(_ session: SessionSnapshot) -> JSONTree {
        object([
            ("id", .string(session.id)), ("project", .string(session.project)),
            ("api", .string(session.version.rawValue)), ("state", .string(session.state.rawValue)),
            ("status", .string(session.status)), ("payout_status", session.payoutStatus.map { .string($0) }),
            ("next_action", session.nextAction.map { .string($0) }),
            ("payout_id", session.payoutID.map { .string($0) }),
            ("error_code", session.errorCode.map { .string($0) }),
            ("created_at", .string(session.createdAt.description)),
            ("updated_at", .string(session.updatedAt.description)),
        ])
    }

    static func exchange(_ exchange: Exchange) -> JSONTree {
        object([
            ("id", .number(JSONNumber(exchange.id))), ("received_at", .string(exchange.receivedAt.description)),
            ("request", .string("\(exchange.request.method) \(Exchange.printable(exchange.request.path))")),
            ("status", .number(JSONNumber(exchange.response.status))),
            ("project", exchange.project.map { .string($0) }),
            ("session_id", exchange.sessionID.map { .string($0) }),
            ("error_code", exchange.errorCode.map { .string($0) }),
            ("signature", exchange.signature.map { .string($0.word) }),
            ("goes_wrong_by_order", exchange.fault == nil ? nil : true),
            ("findings", .array(exchange.findings.map(finding))),
        ])
    }

    func full(_ exchange: Exchange) -> JSONTree {
        guard case .object(let members) = Self.exchange(exchange) else { return .null }
        return .object(
            members + [
                .init(name: "request_body", value: bytes(exchange.request.body)),
                .init(name: "answer_body", value: bytes(exchange.response.body)),
            ]
        )
    }

    private static func finding(_ finding: Finding) -> JSONTree {
        object([
            ("rule", .string(finding.rule.rawValue)), ("severity", .string(finding.severity.rawValue)),
            ("pointer", .string(finding.pointer.description)), ("message", .string(finding.message)),
            ("fix", finding.fix.map { .string($0) }),
        ])
    }

    func delivery(_ delivery: Delivery) -> JSONTree {
        Self.object([
            ("id", .number(JSONNumber(delivery.id))), ("type", .string(delivery.type.name)),
            ("project", .string(delivery.project)), ("session_id", .string(delivery.sessionID)),
            ("created_at", .string(delivery.createdAt.description)), ("outcome", .string(delivery.outcome.word)),
            ("body", bytes(delivery.body)), ("attempts", .array(delivery.attempts.map(attempt))),
        ])
    }

    private func attempt(_ attempt: Delivery.Attempt) -> JSONTree {
        let result: (String, JSONTree) =
            switch attempt.result {
            case .answered(let status): ("status", .number(JSONNumber(status)))
            case .failed(let reason): ("failure", .string(reason))
            }
        return Self.object([
            ("started_at", .string(attempt.startedAt.description)), (result.0, result.1),
            ("sent_body", attempt.changedBody.map(bytes)),
        ])
    }

    static func project(_ project: SandboxProject) -> JSONTree {
        object([
            ("name", .string(project.name)), ("webhook_url", project.webhookURL.map { .string($0.description) }),
            (
                "switches",
                .object(
                    BehaviourSwitch.all.map { entry in
                        .init(name: entry.name, value: .string(entry.text(in: project.behaviour)))
                    }
                )
            ),
        ])
    }

    static func orders(_ answers: [AnswerOrder], _ webhooks: [WebhookOrder]) -> JSONTree {
        [
            "answers": .array(
                answers.map { order in
                    object([
                        ("fault", .string("\(order.fault)")), ("effect", .string(order.effect.rawValue)),
                        ("project", order.project.map { .string($0) }),
                        ("operation", order.operation.map { .string($0) }),
                        ("session_id", order.sessionID.map { .string($0) }),
                        ("count", .number(JSONNumber(order.count))),
                    ])
                }
            ),
            "webhooks": .array(
                webhooks.map { order in
                    object([
                        ("type", order.type.map { .string($0.name) }),
                        ("project", order.project.map { .string($0) }),
                        ("session_id", order.sessionID.map { .string($0) }),
                        ("count", .number(JSONNumber(order.count))),
                        ("timing", .string("\(order.treatment.timing)")),
                        ("copies", .string("\(order.treatment.copies)")),
                        ("signature", .string("\(order.treatment.signature)")),
                        ("body", .string("\(order.treatment.body)")),
                    ])
                }
            ),
        ]
    }

    /// An object of the members that have a value.
    static func object(_ members: [(String, JSONTree?)]) -> JSONTree {
        .object(members.compactMap { name, value in value.map { JSONTree.Member(name: name, value: $0) } })
    }
}
