import PayoutConformance
import PayoutVectors
import Testing

@Suite("Selection of cases") struct CaseSelectionTests {
    private let cases = [
        ContractCase(id: "s.a.right", title: "", rules: ["A.B"], tags: ["one"]) { _ in },
        ContractCase(id: "s.a.wrong", title: "", rules: ["A.C"], twin: "s.a.right", tags: ["two"]) { _ in },
        ContractCase(id: "s.ab", title: "", rules: ["A.B"], tags: ["two", "three"]) { _ in },
    ]

    private func ids(_ selection: CaseSelection) throws -> [String] {
        try selection.apply(to: cases).map(\.id)
    }

    @Test func `nothing said selects everything`() throws {
        #expect(try ids(CaseSelection()) == cases.map(\.id))
    }

    @Test func `an id selects its case`() throws {
        #expect(try ids(CaseSelection(only: ["s.ab"])) == ["s.ab"])
    }

    @Test func `the beginning of an id selects up to a dot`() throws {
        #expect(try ids(CaseSelection(only: ["s.a"])) == ["s.a.right", "s.a.wrong"])
        #expect(try ids(CaseSelection(only: ["s."])) == cases.map(\.id))
    }

    @Test func `a negative case brings its twin`() throws {
        #expect(try ids(CaseSelection(only: ["s.a.wrong"])) == ["s.a.right", "s.a.wrong"])
        #expect(try ids(CaseSelection(rules: ["A.C"])) == ["s.a.right", "s.a.wrong"])
    }

    @Test func `what is skipped is left out, unless it is a twin`() throws {
        #expect(try ids(CaseSelection(skip: ["s.a"])) == ["s.ab"])
        #expect(try ids(CaseSelection(skip: ["s.a.right"])) == cases.map(\.id))
    }

    @Test func `tags and rules narrow each other`() throws {
        #expect(try ids(CaseSelection(tags: ["two"], rules: ["A.B"])) == ["s.ab"])
        #expect(try ids(CaseSelection(tags: ["one", "three"])) == ["s.a.right", "s.ab"])
    }

    @Test(arguments: [
        CaseSelection(only: ["s.b"]), CaseSelection(skip: ["s.a.r"]), CaseSelection(tags: ["on"]),
        CaseSelection(rules: ["A"]),
    ])
    func `a name that matches nothing is an error with the names there are`(selection: CaseSelection) {
        let error = #expect(throws: SelectionError.self) { try selection.apply(to: cases) }
        #expect(error?.known.isEmpty == false)
        #expect(error?.kind != .nothing)
    }

    @Test func `a selection that leaves nothing is an error`() {
        let error = #expect(throws: SelectionError.self) {
            try CaseSelection(only: ["s.ab"], tags: ["one"]).apply(to: cases)
        }
        #expect(error?.kind == .nothing)
    }
}
