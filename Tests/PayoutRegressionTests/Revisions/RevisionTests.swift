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

    /// The error of a contract with one file and one revision that makes an edit.
    private static func error(undoing edit: String) -> VectorError? {
        let revision = """
            {"format": 1, "revision": "2024-01-01", "title": "before", "followed_by": "current", "changes": [
              {"what": "Something came.", "sources": [{"certainty": "kit", "where": "here"}], "undo": [\(edit)]}
            ]}
            """
        let files = ["schemas/a.json": #"{"maxLength":3,"list":[1]}"#, "revisions/2024-01-01.json": revision]
        return #expect(throws: VectorError.self) {
            try VectorSet(files: files.mapValues { Array($0.utf8) }).revision(named: "2024-01-01")
        }
    }

    @Test(arguments: [
        (#"{"in":"schemas/a.json","set":{"/maxLength":3}}"#, "nothing to do"),
        (#"{"in":"schemas/a.json","set":{"/maxLength":4,"/list":[1]}}"#, "nothing to do"),
        (#"{"in":"schemas/a.json","set":{}}"#, "set must be an object of places"),
        (#"{"in":"schemas/a.json","set":5}"#, "set must be an object of places"),
        (#"{"in":"schemas/a.json","remove":[]}"#, "remove must list a place"),
        (#"{"in":"schemas/a.json","without":2,"at":"/list"}"#, "nothing to do"),
        (#"{"in":"schemas/a.json","keyword":"maxLength","from":3,"to":3}"#, "must differ"),
    ])
    func `an edit that leaves everything as it was is an error`(_ edit: String, _ reason: String) {
        #expect(Self.error(undoing: edit)?.reason.contains(reason) == true)
    }

    @Test func `several edits of one file are made one after the other`() throws {
        let revision = """
            {"format": 1, "revision": "2024-01-01", "title": "before", "followed_by": "current", "changes": [
              {"what": "Two things came.", "sources": [{"certainty": "kit", "where": "here"}], "undo": [
                {"in": "a.json", "set": {"/b": 2}}, {"in": "a.json", "set": {"/c": 3}}, {"in": "a.json", "remove": ["/b"]}
              ]}
            ]}
            """
        let files = ["a.json": #"{"a":1}"#, "b.json": "[ 1 ]", "revisions/2024-01-01.json": revision]
        let set = try VectorSet(files: files.mapValues { Array($0.utf8) }).revision(named: "2024-01-01")
        #expect(try JSONTree(parsing: #require(set.bytes(at: "a.json"))) == ["a": 1, "c": 3])
        #expect(set.bytes(at: "b.json") == Array("[ 1 ]".utf8))
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
