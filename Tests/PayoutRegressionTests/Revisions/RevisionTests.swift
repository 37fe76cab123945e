import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Revisions of the contract") struct RevisionTests {
    static let all = Result { try VectorSet.embedded.revisions() }

    @Test func `the history leads from today back to 2024-02-19, each step with its source`() throws {
        let revisions = try Self.all.get()
        #expect(revisions.first?.followedBy == VectorSet.currentRevision)
        #expect(revisions.last?.id == "2024-02-19")
        #expect(revisions.map(\.id) == revisions.map(\.id).sorted(by: >))
        #expect(revisions.allSatisfy { $0.changes.allSatisfy { !$0.sources.isEmpty } })
    }

    @Test func `an edit that finds nothing to do is an error`() throws {
        var files: [String: [UInt8]] = [:]
        for path in VectorSet.embedded.paths { files[path] = VectorSet.embedded.bytes(at: path) }
        let path = "revisions/2025-03-05.json"
        let text = String(decoding: try #require(files[path]), as: UTF8.self)
        files[path] = Array(text.replacing("/properties/bin", with: "/properties/bim").utf8)
        let error = #expect(throws: VectorError.self) { try VectorSet(files: files).revision(named: "2024-02-19") }
        #expect(error?.path == path)
    }

    @Test func `a name that is not known lists those that are`() {
        let error = #expect(throws: VectorError.self) { try VectorSet.embedded.revision(named: "2020-01-01") }
        #expect(error?.reason.contains("2024-10-30, ") == true)
    }

    @Test func `before API v2 there are no messages of it`() throws {
        let before = try Contract(vectors: VectorSet.embedded.revision(named: "2024-05-30"))
        let after = try Contract(vectors: VectorSet.embedded.revision(named: "2024-10-30"))
        let type = try #require(MessageType(name: "session/create", api: .v2))
        #expect(!before.supports(type))
        #expect(after.supports(type))
    }

    @Test func `a card number of 15 digits is right since 2024-05-24`() throws {
        let type = try #require(MessageType(name: "session/start/payout", api: .v1))
        let body = Array(
            """
            {"session_id":"ps_1","payment_method":{"type":"card","card":{"type":"bank_card",\
            "bank_card":{"number":"378282246310005"}}},"participant_details":{"recipient":{"full_name":"A B"}},\
            "amount_details":{"amount":1,"currency":"rub"}}
            """
            .utf8
        )
        for (name, isAccepted) in [("2024-04-19", false), ("2024-05-24", true), ("current", true)] {
            let contract = try Contract(vectors: VectorSet.embedded.revision(named: name))
            #expect(try contract.check(body, as: type).isAccepted == isAccepted, "\(name)")
        }
    }

    @Test func `the transitions of the file are those of the state machine`() throws {
        let settings = try #require(try VectorSet.embedded.protocolSettings())
        var listed: Set<[String]> = []
        for step in settings.transitions { listed.insert([step.from, step.event, step.to, step.webhook ?? ""]) }
        var found: Set<[String]> = []
        var waiting = [SessionLifecycle()]
        var seen: Set<SessionLifecycle.State> = []
        while let life = waiting.popLast() {
            guard seen.insert(life.state).inserted else { continue }
            for event in SessionLifecycle.Event.allCases where life.allows(event) {
                var next = life
                let webhook = try next.apply(event)
                found.insert([life.state.rawValue, event.rawValue, next.state.rawValue, webhook?.name ?? ""])
                waiting.append(next)
            }
        }
        #expect(found == listed)
    }
}
