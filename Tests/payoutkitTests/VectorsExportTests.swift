import PayoutVectors
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: vectors export") struct VectorsExportTests {
    private func export(_ arguments: String...) -> (status: ExitCode, console: RecordingConsole) {
        let console = RecordingConsole()
        return (PayoutKit.run(["vectors", "export"] + arguments, on: console.console), console)
    }

    @Test func `the whole folder is written, and nothing else`() throws {
        let folder = try TemporaryFolder()
        let target = folder.file("deep/er")
        let (status, console) = export(target)
        #expect(status == .right)
        #expect(console.output == "\(target): \(VectorSet.embedded.paths.count) files written, 0 were there\n")
        #expect(console.error.isEmpty)
        let written = try VectorSet(directory: target)
        #expect(written.paths == VectorSet.embedded.paths)
        for path in written.paths {
            let isSame = written.bytes(at: path) == VectorSet.embedded.bytes(at: path)
            #expect(isSame, "\(path)")
        }
        #expect(try written.cases().count == VectorSet.embedded.cases().count)
    }

    @Test func `a second export changes nothing`() throws {
        let folder = try TemporaryFolder()
        #expect(export(folder.path).status == .right)
        #expect(
            export(folder.path).console.output
                .hasSuffix(" 0 files written, \(VectorSet.embedded.paths.count) were there\n")
        )
    }

    @Test func `a file that differs stops the export before anything is written, unless it is forced`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("rules.json", "mine")
        let (status, console) = export(folder.path)
        #expect(status == .usage)
        #expect(console.error.contains("\(folder.file("rules.json")) differs from the vectors; --force"))
        #expect(try VectorSet(directory: folder.path).paths == ["rules.json"])
        #expect(try File.read(folder.file("rules.json")) == Array("mine".utf8))

        #expect(export(folder.path, "--force").status == .right)
        #expect(try VectorSet(directory: folder.path).paths == VectorSet.embedded.paths)
        #expect(try File.read(folder.file("rules.json")) == VectorSet.embedded.bytes(at: "rules.json"))
    }

    @Test func `case files of another version are named, because a loader would read them too`() throws {
        let folder = try TemporaryFolder()
        #expect(export(folder.path).status == .right)
        _ = try folder.write("text/old.json", "{}")
        _ = try folder.write("notes.json", "{}")
        let (status, console) = export(folder.path)
        #expect(status == .right)
        #expect(console.error == "\(folder.file("text/old.json")) is not one of the vectors of this version\n")
    }

    @Test func `a place that can't be written is named`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", "")
        let (status, console) = export(file)
        #expect(status == .usage)
        #expect(console.error.contains("\(file)"))
        #expect(console.error.contains("Not a directory"))
    }
}
