/// The newest elements in their order, numbered from 1; the oldest go when there are too many or they are too large
/// together.
struct BoundedRing<Element> {
    private struct Entry {
        var element: Element?
        var byteCount: Int
    }

    private let capacity: Int
    private let byteLimit: Int
    private var entries: [Entry] = []
    /// Place of the oldest element that is still kept.
    private var start = 0
    private var byteCount = 0
    /// How many were ever appended.
    private(set) var lastNumber = 0

    /// - Parameters:
    ///   - capacity: The most elements.
    ///   - byteLimit: The most bytes that they may hold together; the newest one stays even if it is larger.
    init(capacity: Int, byteLimit: Int) {
        self.capacity = max(1, capacity)
        self.byteLimit = byteLimit
    }

    var elements: [Element] { entries[start...].compactMap(\.element) }

    /// The element of that number, nil when it is forgotten or never was.
    subscript(number: Int) -> Element? {
        place(of: number).flatMap { entries[$0].element }
    }

    mutating func append(_ element: Element, byteCount size: Int) {
        entries.append(Entry(element: element, byteCount: size))
        lastNumber += 1
        byteCount += size
        while entries.count - start > capacity || (byteCount > byteLimit && entries.count - start > 1) {
            byteCount -= entries[start].byteCount
            entries[start].element = nil
            start += 1
        }
        // Empty places are cleared in batches, as each removal moves the rest.
        if start > 256, start * 2 > entries.count {
            entries.removeFirst(start)
            start = 0
        }
    }

    /// Forgets every element; the numbers go on.
    mutating func removeAll() {
        entries = []
        start = 0
        byteCount = 0
    }

    /// Puts `element` in the place of that number, unless it is forgotten.
    mutating func replace(_ number: Int, with element: Element) {
        guard let place = place(of: number) else { return }
        entries[place].element = element
    }

    private func place(of number: Int) -> Int? {
        let place = entries.count - 1 - (lastNumber - number)
        return place >= start && place < entries.count ? place : nil
    }
}
