import StrictJSON
import Testing

@testable import payoutkit

@Suite("Console: lines") struct LineReadingTests {
    private func lines(of text: String, limit: Int = 100, upTo count: Int = .max) throws -> [NDJSONLine] {
        var lines: [NDJSONLine] = []
        let console = RecordingConsole(input: Array(text.utf8)).console
        try console.forEachLine(of: "-", maximumLineByteCount: limit) { line in
            lines.append(line)
            return lines.count < count
        }
        return lines
    }

    @Test func `the last line may lack its line feed`() throws {
        #expect(try lines(of: "1\n2").map(\.bytes) == [[0x31], [0x32]])
        #expect(try lines(of: "1\n2\n").map(\.number) == [1, 2])
    }

    @Test func `reading ends when no more lines are wanted`() throws {
        #expect(try lines(of: "1\n2\n3\n4", upTo: 2).count == 2)
        #expect(try lines(of: "1\n2", upTo: 1).count == 1)
    }

    @Test func `a line beyond the limit is handed out as too long`() throws {
        #expect(try lines(of: "123456\n1", limit: 4).map(\.isTooLong) == [true, false])
    }

    @Test func `a file that is not there is an error`() {
        let console = RecordingConsole().console
        #expect(throws: FileError.self) { try console.forEachLine(of: "/no/such/file") { _ in true } }
    }
}
