import PayoutContract
import PayoutVectors
import StrictJSON

/// A right request, accepted as it is: the twin of every negative case that changes one property of it.
struct Baseline: Sendable {
    /// A body that is ready to be sent, and the session that it is about.
    struct Prepared: Sendable {
        var body: JSONTree
        var sessionID: String?
    }

    /// The name in the ids of cases: "start" for `bank.start.accepted` and `bank.start.no-signature`.
    var name: String
    var operation: Operation
    /// What the accepted case proves.
    var rules: [RuleID]
    var title: String
    var movesMoney = false
    /// Whether the answer carries a session.
    var answersSession = true
    /// Brings the bank into the state in which the request is right.
    var prepare: @Sendable (PartnerClient) throws -> Prepared
    /// What has to be so after the request was refused: the state from before it.
    var expectUnchanged: @Sendable (PartnerClient, Prepared) throws -> Void = { _, _ in }
    /// What has to be so after the request was accepted.
    var expectEffect: @Sendable (PartnerClient, Answer) throws -> Void = { _, _ in }

    /// The id of the accepted case, without the prefix of the suite.
    var acceptedID: String { name + ".accepted" }

    /// The case that sends the request unchanged.
    var accepted: ContractCase {
        .bank(acceptedID, title, rules: rules, tags: [name, "twin"], movesMoney: movesMoney) { client in
            let prepared = try prepare(client)
            let answer = try client.ask(operation, prepared.body)
            if answersSession { _ = try client.session(of: answer) }
            try expectEffect(client, answer)
        }
    }
}
