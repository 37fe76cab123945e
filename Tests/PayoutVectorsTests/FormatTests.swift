import PayoutVectors
import StrictJSON
import Testing

struct FormatTests {
    static let jsonPaths = VectorSet.embedded.paths.filter { $0.hasSuffix(".json") }

    @Test(arguments: jsonPaths)
    func `a JSON file has the canonical layout`(path: String) throws {
        let document = try VectorSet.embedded.document(at: path)
        let writer = JSONWriter(layout: .pretty(indent: 2), escaping: .utf8)
        let canonical = String(decoding: writer.write(document.root) + [0x0A], as: UTF8.self)
        #expect(String(decoding: document.bytes, as: UTF8.self) == canonical)
    }

    @Test(arguments: VectorSet.embedded.paths)
    func `a text file ends with one line end and has no carriage return`(path: String) throws {
        let bytes = try #require(VectorSet.embedded.bytes(at: path))
        #expect(bytes.last == 0x0A)
        #expect(bytes.dropLast().last != 0x0A)
        #expect(!bytes.contains(0x0D))
    }
}
