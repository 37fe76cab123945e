import Testing

@testable import PayoutConformance

@Suite("Room for programs") struct MemoryBudgetTests {
    @Test(arguments: [
        (40, 8_000, 50), (1, 8_000, 125), (400, 100_000, 62), (40, 100_000, 256), (4_000, 8_000, 8),
    ])
    func `programs get a quarter of what is free, small ones counting as larger`(
        _ megabytes: Int,
        _ available: Int,
        _ count: Int
    ) {
        #expect(MemoryBudget.count(ofProgramsWith: megabytes << 20, in: available << 20) == count)
    }

    #if os(Linux)
    @Test func `the size of a program that runs is known`() throws {
        let child = try ChildProcess(ProcessCommand("/bin/cat", []))
        defer { child.kill() }
        let byteCount = try #require(child.residentByteCount)
        #expect(byteCount > 0)
        #expect(try #require(MemoryBudget.count(ofProgramsWith: byteCount)) >= 8)
    }
    #endif
}
