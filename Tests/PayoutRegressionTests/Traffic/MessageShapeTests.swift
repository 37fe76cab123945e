import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Traffic: shapes of messages") struct MessageShapeTests {
    private static let name = "session/create (v1)"

    private static func shapes(_ bodies: [String]) throws -> MessageShapes {
        let contract = try Contract.embedded()
        var shapes = MessageShapes()
        for (number, body) in bodies.enumerated() {
            let line = JSONWriter.compact.write(["message": "session/create", "api": "v1", "body": .string(body)])
            try shapes.look(at: NDJSONLine(number: number, offset: 0, bytes: line), by: contract)
        }
        return shapes
    }

    /// Bodies of twenty members, each beginning with another one of `range`.
    private static func bodies(_ range: Range<Int>) -> [String] {
        range.map { first in
            let names = [first] + (0..<40).filter { $0 != first }
            return "{\(names.map { #""m\#($0)":1"# }.joined(separator: ","))}"
        }
    }

    @Test func `neither names nor texts of metadata are kept`() throws {
        let shapes = try Self.shapes([
            #"{"metadata":{"ivanov_ivan":"Ivanov","petrov":{"sidorov":1,"x":2}}}"#, #"{"metadata":"Kuznetsov"}"#,
        ])
        #expect(shapes.messages[Self.name]?.places["/metadata"]?.count == 2)
        let text = JSONWriter.compact.writeString(shapes.json)
        for word in ["ivanov", "Ivanov", "petrov", "sidorov", "Kuznetsov"] { #expect(!text.contains(word)) }
    }

    @Test func `32 orders of members are kept, and one that is new is drift`() throws {
        let baseline = try Self.shapes(Self.bodies(0..<32))
        #expect(baseline.messages[Self.name]?.places[""]?.orders?.count == 32)
        let drift = Drift.between(baseline, try Self.shapes(Self.bodies(32..<33)))
        #expect(drift.map(\.kind) == [.changedOrder])
    }

    @Test func `more orders than that say nothing about order, also after the file was read again`() throws {
        let baseline = try Self.shapes(Self.bodies(0..<33))
        let read = try #require(MessageShapes(JSONTree(parsing: JSONWriter.compact.write(baseline.json))))
        #expect(read == baseline)
        #expect(Drift.between(read, try Self.shapes(Self.bodies(32..<34))).isEmpty)
    }

    @Test func `what is seen in two parts is what is seen in one`() throws {
        var joined = try Self.shapes(Self.bodies(0..<20))
        joined.add(try Self.shapes(Self.bodies(20..<33)))
        #expect(try joined == Self.shapes(Self.bodies(0..<33)))
    }
}
