import PayoutVectors
import Testing

struct EmbeddingTests {
    @Test func `every file of the folder is embedded, and nothing else`() throws {
        #expect(VectorSet.embedded.paths == (try VectorsFolder.read().paths))
        #expect(!VectorSet.embedded.paths.isEmpty)
    }

    @Test func `every embedded file is the file of the folder`() throws {
        let folder = try VectorsFolder.read()
        for path in folder.paths {
            let isSame = VectorSet.embedded.bytes(at: path) == folder.bytes(at: path)
            #expect(isSame, "\(path)")
        }
    }

    @Test func `a path that is not there has no bytes`() {
        #expect(VectorSet.embedded.bytes(at: "rules") == nil)
        #expect(VectorSet.embedded.bytes(at: "") == nil)
        #expect(VectorSet.embedded.bytes(at: "../Package.swift") == nil)
    }

    @Test(arguments: ["partner", "bank", "other"])
    func `the public test keys come in pairs`(name: String) throws {
        let secret = try VectorSet.embedded.key(named: "public-test-key-\(name).pem")
        let open = try VectorSet.embedded.key(named: "public-test-key-\(name).pub.pem")
        #expect(String(decoding: secret, as: UTF8.self).contains("PRIVATE KEY-----"))
        #expect(String(decoding: open, as: UTF8.self).contains("-----BEGIN PUBLIC KEY-----"))
    }

    @Test func `a folder that does not exist is an error that names it`() {
        let error = #expect(throws: VectorError.self) { try VectorSet(directory: "/nowhere/vectors") }
        #expect(error?.description == "/nowhere/vectors: No such file or directory")
    }
}
