import HTTPWire
import PayoutVectors
import StrictJSON

/// One way in which a bank can be wrong, and the case that has to tell.
struct Breakage: Sendable {
    /// What the front does with a request.
    enum Passage: Sendable {
        case forward(HTTPRequest)
        case answer(HTTPReply)
    }

    typealias OnRequest = @Sendable (HTTPRequest, BankTools) throws -> Passage
    typealias OnResponse = @Sendable (HTTPRequest, HTTPResponse, BankTools) throws -> HTTPReply
    typealias OnWebhook = @Sendable (HTTPRequest, BankTools) throws -> [HTTPRequest]

    /// What is wrong with the bank.
    var name: String
    /// The case that fails.
    var caseID: String
    /// The rule that it names.
    var rule: RuleID
    /// How grave the case is.
    var level = Rule.Level.must
    /// Whether the bank never learns what a webhook was answered with.
    var hidesWebhookAnswers = false
    var onRequest: OnRequest = { request, _ in .forward(request) }
    var onResponse: OnResponse = { _, response, _ in HTTPReply(response) }
    var onWebhook: OnWebhook = { request, _ in [request] }

    /// Nothing is wrong: the front only passes on.
    static let none = Breakage(name: "unbroken", caseID: "", rule: "SIG.KEY")

    /// Changes requests before the bank sees them.
    static func request(_ name: String, _ caseID: String, _ rule: RuleID, _ change: @escaping OnRequest) -> Breakage {
        Breakage(name: name, caseID: caseID, rule: rule, onRequest: change)
    }

    /// Makes a body right that is wrong, so that the bank accepts it; leaves bodies alone that are not rightly signed.
    static func repairs(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> Breakage {
        .request(name, caseID, rule) { request, tools in
            guard tools.isRightlySigned(request), var body = try? JSONTree(parsing: request.body, policy: .rfc8259)
            else { return .forward(request) }
            let before = body
            change(&body)
            return .forward(before == body ? request : try tools.signed(request, JSONWriter().write(body)))
        }
    }

    /// Changes the body of answers to one operation.
    static func answers(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        to operation: String? = nil,
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> Breakage {
        Breakage(
            name: name,
            caseID: caseID,
            rule: rule,
            onResponse: { request, response, _ in
                guard operation.map({ request.target == "/api/v1/\($0)" }) ?? true else { return HTTPReply(response) }
                return HTTPReply(response.changing(change))
            }
        )
    }

    /// Changes the body of webhooks of one type, and signs it as the bank does.
    static func webhooks(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        of type: String? = nil,
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> Breakage {
        Breakage(
            name: name,
            caseID: caseID,
            rule: rule,
            onWebhook: { request, tools in
                guard var body = try? JSONTree(parsing: request.body) else { return [request] }
                if let type, body["type"]?.string != type { return [request] }
                change(&body)
                return [try tools.signedByBank(request, JSONWriter().write(body))]
            }
        )
    }
}

extension HTTPResponse {
    /// The answer with another body.
    func changing(_ change: (inout JSONTree) -> Void) -> HTTPResponse {
        guard var tree = try? JSONTree(parsing: body) else { return self }
        change(&tree)
        var copy = self
        copy.body = JSONWriter().write(tree)
        return copy
    }
}
