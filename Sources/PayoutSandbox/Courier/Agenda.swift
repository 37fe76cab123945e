/// Items in the order of their moments; of two with the same moment the one added first comes first.
struct Agenda<Item> {
    fileprivate struct Entry {
        let due: SandboxInstant
        let number: UInt64
        let item: Item

        func isBefore(_ other: Entry) -> Bool {
            due == other.due ? number < other.number : due < other.due
        }
    }

    /// A binary heap: no entry comes before the one at half its place.
    private var heap: [Entry] = []
    private var nextNumber: UInt64 = 0

    var isEmpty: Bool { heap.isEmpty }
    var count: Int { heap.count }
    var nextDue: SandboxInstant? { heap.first?.due }

    mutating func add(_ item: Item, due: SandboxInstant) {
        heap.append(Entry(due: due, number: nextNumber, item: item))
        nextNumber &+= 1
        var place = heap.count - 1
        while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes the first item off if its moment is `now` or before.
    mutating func takeFirst(dueBy now: SandboxInstant) -> Item? {
        guard let first = heap.first, first.due <= now else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.item }
        heap[0] = last
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < heap.count else { break }
            let right = left + 1
            let child = right < heap.count && heap[right].isBefore(heap[left]) ? right : left
            guard heap[child].isBefore(heap[place]) else { break }
            heap.swapAt(child, place)
            place = child
        }
        return first.item
    }

    mutating func removeAll() {
        heap.removeAll()
    }

    /// Takes off every item that `isOver`; the order of the others stays.
    mutating func removeAll(where isOver: (Item) -> Bool) {
        // What is sorted is a heap.
        heap = heap.filter { !isOver($0.item) }.sorted { $0.isBefore($1) }
    }
}

extension Agenda: Sendable where Item: Sendable {}
extension Agenda.Entry: Sendable where Item: Sendable {}
