import PayoutContract
import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import PayoutRegression

@Suite("Revisions: frozen verdicts") struct FrozenVerdictTests {
    private static let file = Result {
        try Files.bytes(at: #filePath.replacing("FrozenVerdictTests.swift", with: "verdicts.txt"))
    }

    /// The vectors with the cases of few files, and the lines of the list that are about them.
    private struct Excerpt {
        var files: [String: [UInt8]] = [:]
        /// The history takes cases of API v2 out, and finds fault when there is nothing to take.
        private static let undone = [
            "payloads/v2/session-multi-init-", "payloads/v2/generated/session-multi-init-", "payloads/v2/",
            "webhooks/v2/",
        ]
        private static let cases = "payloads/v1/session-start-payout-request.json"

        init() throws {
            for path in VectorSet.embedded.paths {
                let isCase = path.hasPrefix("payloads/") || path.hasPrefix("webhooks/")
                if !isCase || path == Self.cases { files[path] = VectorSet.embedded.bytes(at: path) }
            }
            for prefix in Self.undone { files[prefix + "none"] = [] }
            #expect(files[Self.cases] != nil)
        }

        var history: RevisionHistory { get throws { try RevisionHistory(VectorSet(files: files)) } }

        /// What no longer is as it was frozen.
        func changes(against list: FrozenVerdicts) throws -> [String] {
            try list.changes(in: history, threads: 2)
        }

        func list() throws -> FrozenVerdicts { try FrozenVerdicts(listing: history, threads: 2) }

        mutating func edit(_ path: String, _ text: String, _ replacement: String) throws {
            let content = String(decoding: try #require(files[path]), as: UTF8.self)
            #expect(content.contains(text))
            files[path] = Array(content.replacing(text, with: replacement).utf8)
        }
    }

    /// Every hundredth of the cases that all revisions judge alike, and all others; the program looks at all of
    /// them (`payoutkit revisions --verdicts FILE --check`).
    @Test func `no revision has changed its verdict on a case that it contains`() throws {
        let list = try FrozenVerdicts(reading: try Self.file.get())
        #expect(list.count > 5_000)
        let changes = try list.changes(in: RevisionHistory(.embedded), every: 100, threads: 2)
        #expect(changes == [])
    }

    @Test func `a case that is not in the list breaks nothing`() throws {
        let list = try Excerpt().list()
        let lines = String(decoding: list.bytes, as: UTF8.self).split(separator: "\n")
        let shorter = lines.enumerated().filter { $0.offset % 2 == 0 }.map { $0.element + "\n" }.joined()
        #expect(try Excerpt().changes(against: FrozenVerdicts(reading: Array(shorter.utf8))) == [])
    }

    /// The edits, file by file, and a revision whose verdict they change.
    static let edits = [
        ([("revisions/2024-04-19.json", "{16,19}", "{14,20}")], "2024-04-19"),
        // The history goes over the same place, so it is edited with the schema.
        (
            [
                ("schemas/common/card-number.json", "{14,19}", "{15,19}"),
                ("revisions/2024-04-19.json", "{14,19}", "{15,19}"),
            ], "2026-02-24"
        ),
    ]

    @Test(arguments: edits)
    func `an edit of a schema or of the history that changes a verdict is found`(
        _ edits: [(path: String, text: String, replacement: String)],
        _ revision: String
    ) throws {
        let list = try Excerpt().list()
        var edited = try Excerpt()
        for edit in edits { try edited.edit(edit.path, edit.text, edit.replacement) }
        let id = "v1.session-start-payout.request.bank-card-14-digits"
        #expect(try edited.changes(against: list).contains { $0.hasPrefix("\(id): \(revision) says ") })
    }

    /// A text in a file of cases, what it becomes, and what is said of it.
    static let caseEdits = [
        ("request.bank-card-14-digits", "request.bank-card-14", "the case is gone, and retired.json does not say why"),
        ("Иванов", "Петров", "the body is another one"),
    ]

    @Test(arguments: caseEdits)
    func `a frozen case that is gone or has another body is found`(
        _ text: String,
        _ replacement: String,
        _ sentence: String
    ) throws {
        let list = try Excerpt().list()
        var edited = try Excerpt()
        try edited.edit("payloads/v1/session-start-payout-request.json", text, replacement)
        #expect(try edited.changes(against: list).contains { $0.hasSuffix(sentence) })
    }

    @Test(arguments: [
        ("", "1: must be"), ("revisions a b\nx 00 2A\nx 00 1A\n", "3: must be"),
        ("revisions a\nx 00 1Q\n", "2: must be"),
        ("revisions a\nx 00 99999999999999999999A\n", "2: must be"),
    ])
    func `a list that can't be read is refused with the line`(_ text: String, _ reason: String) {
        let error = #expect(throws: FrozenVerdicts.Unreadable.self) {
            try FrozenVerdicts(reading: Array(text.utf8))
        }
        #expect(error?.description.hasPrefix(reason) == true)
    }

    @Test func `verdicts are written as runs`() {
        let verdicts: [RevisionVerdict] = [.absent, .absent, .accepted, .refused, .refusedStrictly]
        #expect(RevisionVerdict.text(of: verdicts) == "2-1A1R1S")
        #expect(RevisionVerdict.verdicts(in: "2-1A1R1S", count: 5) == verdicts)
    }
}
