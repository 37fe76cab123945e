import Testing

@testable import PayoutSandbox

@Suite("Courier: agenda and schedule") struct AgendaTests {
    @Test func `items come by their moments, and of two with one moment the first added first`() {
        var agenda = Agenda<Int>()
        // Moments 0...9, ten of each, in an order that a linear congruence shuffles.
        for number in 0..<100 {
            let shuffled = number * 37 % 100
            agenda.add(number, due: SandboxInstant(microseconds: Int64(shuffled / 10)))
        }
        var taken: [Int] = []
        while let next = agenda.takeFirst(dueBy: SandboxInstant(microseconds: 9)) { taken.append(next) }
        let expected = (0..<100)
            .sorted { left, right in
                let (a, b) = (left * 37 % 100 / 10, right * 37 % 100 / 10)
                return a == b ? left < right : a < b
            }
        #expect(taken == expected)
        #expect(agenda.isEmpty)
    }

    @Test func `nothing comes before its moment`() {
        var agenda = Agenda<String>()
        agenda.add("later", due: SandboxInstant(microseconds: 5))
        #expect(agenda.takeFirst(dueBy: SandboxInstant(microseconds: 4)) == nil)
        #expect(agenda.nextDue == SandboxInstant(microseconds: 5))
        #expect(agenda.takeFirst(dueBy: SandboxInstant(microseconds: 5)) == "later")
    }

    @Test func `pauses double up to their bound`() {
        let schedule = WebhookSchedule()
        #expect(
            (1...12).map { schedule.pause(after: $0).components.seconds }
                == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
        )
        #expect(schedule.pause(after: .max) == .seconds(900))
    }

    @Test func `a schedule without pauses stays so`() {
        let schedule = WebhookSchedule(firstPause: .zero)
        #expect(schedule.pause(after: .max) == .zero)
    }

    @Test func `a ring keeps the newest by number and by size`() {
        var ring = BoundedRing<Int>(capacity: 3, byteLimit: 100)
        for number in 1...1_000 { ring.append(number, byteCount: 1) }
        #expect(ring.elements == [998, 999, 1_000])
        #expect(ring[998] == 998)
        #expect(ring[997] == nil)
        #expect(ring[1_001] == nil)
        ring.replace(999, with: 7)
        ring.replace(5, with: 8)
        #expect(ring.elements == [998, 7, 1_000])
        ring.append(1_001, byteCount: 500)
        #expect(ring.elements == [1_001])
        #expect(ring.lastNumber == 1_001)
    }

    @Test func `an agenda that was cleared gives the rest in its order`() {
        var agenda = Agenda<Int>()
        let start = SandboxInstant.bankExample
        for number in 0..<500 { agenda.add(number, due: start.advanced(by: .seconds(number * 37 % 101))) }
        agenda.removeAll { !$0.isMultiple(of: 3) }
        agenda.add(1_000, due: start)
        var taken: [Int] = []
        while let item = agenda.takeFirst(dueBy: start.advanced(by: .seconds(1_000))) { taken.append(item) }
        let expected = (0..<500).filter { $0.isMultiple(of: 3) }
            .sorted { ($0 * 37 % 101, $0) < ($1 * 37 % 101, $1) }
        #expect(taken.filter { $0 < 1_000 } == expected)
    }
}
