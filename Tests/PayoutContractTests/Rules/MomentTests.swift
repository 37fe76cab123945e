import Testing

@testable import PayoutContract

struct MomentTests {
    @Test(arguments: [
        ("2025-05-27T02:03:00.000000Z", "2025-05-27T02:03:00.000001Z"),
        ("2025-05-27T02:03:00.1000009Z", "2025-05-27T02:03:00.100001Z"),
        ("2025-05-27T02:03:00.5Z", "2025-05-27T02:03:00.51Z"),
        ("2025-05-27T02:03:59Z", "2025-05-27T02:04:00Z"),
        ("2025-05-27T05:02:59+03:00", "2025-05-27T02:03:00Z"),
        ("2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z"),
        ("2025-12-31T23:59:59.999999Z", "2026-01-01T00:00:00Z"),
        ("2025-12-31T23:59:59-01:00", "2026-01-01T01:00:00Z"),
        ("1999-12-31T00:00:00Z", "2000-03-01T00:00:00Z"),
    ])
    func `the earlier moment is less`(earlier: String, later: String) throws {
        let first = try #require(Moment(Array(earlier.utf8)))
        let second = try #require(Moment(Array(later.utf8)))
        #expect(first < second)
        #expect(!(second < first))
    }

    @Test(arguments: [
        ("2025-05-27T05:03:00+03:00", "2025-05-27T02:03:00Z"), ("2025-05-27t02:03:00.500z", "2025-05-27T02:03:00.5Z"),
        ("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z"),
    ])
    func `the same moment is written in several ways`(one: String, other: String) throws {
        let first = try #require(Moment(Array(one.utf8)))
        #expect(first == Moment(Array(other.utf8)))
    }

    @Test(arguments: [
        "", "2025-05-27", "2025-05-27T02:03:00", "2025-05-27 02:03:00Z", "2025-13-27T02:03:00Z", "2025-05-27T02:03:00Y",
        "2025-05-27T02:03:00+0300", "2025-05-27T02:03:00+03:0x", "2025-05-27T02:03:0xZ",
    ])
    func `what is no moment is not read`(text: String) {
        #expect(Moment(Array(text.utf8)) == nil)
    }
}
