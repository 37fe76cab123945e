import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutConformance

/// A negative case proves its property only when its request differs from that of its twin in nothing else.
@Suite("Difference between a negative case and its twin") struct TwinDifferenceTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var baseline: Baseline
        var change: Change

        var testDescription: String { "\(baseline.name).\(change.name)" }
    }

    static let pairs = Baseline.all.flatMap { baseline in
        ContractCases.changes(of: baseline).map { Pair(baseline: baseline, change: $0) }
    }

    private let bank: BankConnection

    init() throws {
        let target = BankTarget(
            url: try HTTPURL("http://127.0.0.1:1/base"),
            project: "test_project",
            partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        )
        bank = try target.open()
    }

    private func requests(_ pair: Pair) throws -> (right: HTTPRequest, wrong: HTTPRequest) {
        let client = try PartnerClient(CaseContext(for: pair.baseline.accepted, on: bank))
        let order = PayoutOrder(numberHash: String(repeating: "ab", count: 32))
        let body: JSONTree =
            switch pair.baseline.operation {
            case .token: Bodies.token
            case .tokenInfo: Bodies.tokenInfo(order.numberHash)
            case .createSession: Bodies.create
            case .startPayout: order.start("ps_1")
            case .initPayout: order.initiate
            default: Bodies.session("ps_1")
            }
        let prepared = Baseline.Prepared(body: body)
        return (
            try client.request(pair.baseline.operation, body),
            try pair.change.request(pair.baseline, prepared, by: client)
        )
    }

    @Test(arguments: pairs)
    func `exactly one property differs`(_ pair: Pair) throws {
        let (right, wrong) = try requests(pair)
        var differences: [String] = []
        if right.method != wrong.method { differences.append("method") }
        if right.target != wrong.target { differences.append("target") }
        if right.body != wrong.body { differences.append("body") }
        for name in ["Content-Type", "X-PARTNER-PROJECT", "X-PARTNER-SIGN"] {
            if right.headers[name] != wrong.headers[name] { differences.append(name) }
        }
        switch pair.change.place {
        case .body, .bytes:
            #expect(differences == ["body", "X-PARTNER-SIGN"])
            let signature = wrong.headers["X-PARTNER-SIGN"] ?? ""
            #expect(bank.target.partnerKey.publicKey.verify(signature, over: wrong.body).isValid)
        case .request:
            #expect(differences.count == 1, "\(differences)")
        }
    }

    @Test(arguments: pairs)
    func `a signature that should be wrong is wrong`(_ pair: Pair) throws {
        guard pair.change.rule.rawValue.hasPrefix("SIG.") else { return }
        let wrong = try requests(pair).wrong
        let signature = wrong.headers["X-PARTNER-SIGN"] ?? ""
        #expect(!bank.target.partnerKey.publicKey.verify(signature, over: wrong.body).isValid)
    }

    @Test(arguments: pairs)
    func `a changed body names at most one member that differs`(_ pair: Pair) throws {
        guard case .body = pair.change.place else { return }
        let (right, wrong) = try requests(pair)
        let differences = try differences(JSONTree(parsing: right.body), JSONTree(parsing: wrong.body))
        #expect(differences == 1)
    }

    /// How many members and elements differ, each counted at the lowest place.
    private func differences(_ left: JSONTree, _ right: JSONTree) -> Int {
        // The bytes are compared, as 1e4 and 10000 are the same number and not the same request.
        guard let leftMembers = left.members, let rightMembers = right.members else {
            return JSONWriter().write(left) == JSONWriter().write(right) ? 0 : 1
        }
        let names = Set(leftMembers.map(\.name)).union(rightMembers.map(\.name))
        return names.reduce(0) { count, name in
            guard let first = left[name], let second = right[name] else { return count + 1 }
            return count + differences(first, second)
        }
    }
}
