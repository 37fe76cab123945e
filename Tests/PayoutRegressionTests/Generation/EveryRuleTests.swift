import PayoutContract
import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import PayoutRegression

/// Every rule that a message can break is broken by a generated one, and by nothing else.
@Suite("Generation: every rule of every message", .timeLimit(.minutes(10))) struct EveryRuleTests {
    /// Rules that no message of one kind breaks alone, and why.
    private struct Knot: Sendable {
        let rules: Set<String>
        let isIn: @Sendable (String) -> Bool
        let reason: String
        /// Whether each of the rules is in the way of each of the messages; else some of them are.
        var isExact = true
    }

    private static let knots = [
        Knot(
            rules: ["MEMBER.BOTH_VERSIONS"],
            isIn: { _ in true },
            reason: "one of the two instruments has the name of the other version"
        ),
        Knot(
            rules: ["ACCOUNT.PREFIX"],
            isIn: { $0.contains("/payout") },
            reason: "the accounts that an account of the bank pays are some of the usual ones"
        ),
        Knot(
            rules: [
                "ACCOUNT.CONTROL", "ACCOUNT.GIVEN", "ACCOUNT.HOLDER_INN", "ACCOUNT.HOLDER_KPP", "ACCOUNT.PREFIX",
                "CARD.LUHN", "CARD.MASKED", "CARD.NUMBER", "HASH.FORMAT", "HASH.NOT_A_CARD_NUMBER", "HASH.NOT_BLANK",
                "PURPOSE.CHARACTERS", "PURPOSE.LENGTH", "PURPOSE.REQUIRED", "PURPOSE.SHORT", "TAX.COMPLETE",
                "TAX.FORMAT", "TAX.NESTING", "TOKEN.NOT_A_CARD_NUMBER",
            ],
            isIn: { $0 == "fps/customer_verification" },
            reason: "a verification has no other instrument than an account of the Faster Payments System"
        ),
        Knot(
            rules: ["PAYOUT.STATUS", "SESSION.STATUS", "SESSION.NEXT_ACTION"],
            isIn: { $0 == "webhook/ready_to_confirm" },
            reason: "the webhook tells of one state"
        ),
        Knot(
            rules: ["PAYOUT.STATUS", "SESSION.STATUS"],
            isIn: { $0 == "webhook/payment_finished" },
            reason: "the webhook tells of a few states"
        ),
        Knot(
            rules: [
                "CARD.LUHN", "HASH.FORMAT", "PURPOSE.CHARACTERS", "TAX.COMPLETE", "TAX.FORMAT", "TAX.NESTING",
                "NOMINAL.INSTRUMENT",
            ],
            isIn: { $0.hasSuffix("/nominal") || $0.hasSuffix("/rko") },
            reason: "an instrument that such an account is advised against stands in the way",
            isExact: false
        ),
        Knot(
            rules: ["WEBHOOK.REFUND_FPS"],
            isIn: { $0 == "webhook/payment_refunded" },
            reason: "the search finds it only in a session that has the payouts of both versions"
        ),
        Knot(
            rules: ["WEBHOOK.FAILED_ERROR"],
            isIn: { $0 == "webhook/payment_finished" },
            reason: "the search does not find the state of the session that goes with a failed payout"
        ),
    ]

    /// All messages take minutes in a debug build: they are gone through where the environment asks for it.
    private static let types: [MessageType] = {
        if Files.environment("PAYOUTKIT_EVERY_MESSAGE") != nil { return APIVersion.allCases.flatMap(MessageType.all) }
        return ["session/start/payout", "session/confirm", "token", "token/info", "fps/banks", "error"]
            .compactMap { MessageType(name: $0, api: .v1) }
    }()

    @Test(arguments: types) func `each rule is broken alone, or is one of those that can't be`(
        _ type: MessageType
    ) throws {
        let contract = try Contract.embedded()
        guard contract.supports(type) else { return }
        var generator = BreakingGenerator(
            try MessageSubject(type, contract: contract, vectors: .embedded),
            seed: 1
        )
        for rule in try MessageRules(type, contract: contract, vectors: .embedded).all.map(\.id.rawValue) {
            let knot = Self.knots.first { $0.rules.contains(rule) && $0.isIn(type.name) }
            guard let message = generator.all(rule: rule, count: 1).first else {
                #expect(knot != nil, "\(rule) was not broken alone: \(generator.entangled[rule]?.sorted() ?? [])")
                continue
            }
            #expect(knot?.isExact != true, "\(rule) is broken alone after all")
            let result = try contract.check(message.bytes, as: type)
            let counted = result.findings.filter { $0.severity == .error || result.isAccepted }
            #expect(Set(counted.map(\.rule.rawValue)) == [rule], "\(String(decoding: message.bytes, as: UTF8.self))")
            #expect(message.isRefused != result.isAccepted)
        }
    }

    @Test func `a rule that stands in the way is named`() throws {
        let contract = try Contract.embedded()
        let type = try #require(MessageType(name: "session/start/payout", api: .v1))
        var generator = BreakingGenerator(try MessageSubject(type, contract: contract, vectors: .embedded), seed: 1)
        #expect(generator.all(rule: "ACCOUNT.PREFIX", count: 1).isEmpty)
        #expect(generator.entangled["ACCOUNT.PREFIX"] == ["ACCOUNT.PREFIX_COLLATERAL"])
    }

    @Test func `rules about signatures, echoes and programs are no rules of one message`() throws {
        let type = try #require(MessageType(name: "session/confirm/response", api: .v1))
        let rules = try MessageRules(type, contract: .embedded(), vectors: .embedded)
        for rule in ["SIG.KEY", "SESSION.ECHO", "SECRET.PRIVATE_KEY", "WEBHOOK.TYPE"] {
            #expect(!rules.contains(RuleID(rawValue: rule)))
        }
        #expect(rules.contains("SESSION.STATUS") && rules.contains("TEXT.UTF8"))
    }
}
