import StrictJSON

/// The body with other line breaks, other blanks at its ends, or with a byte order mark.
enum EdgeCandidates {
    static func offer(to search: inout CandidateSearch) {
        let body = search.received
        search.offer(body + lineFeed, [.newlineAdded])
        let withoutEnd = Array(body.prefix((body.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1))
        if withoutEnd.count < body.count { search.offer(withoutEnd, [.newlineRemoved]) }
        if body.last == 0x0A { search.offer(Array(body.dropLast()), [.newlineRemoved]) }
        if let trimmed = trimmed(body), trimmed.count < body.count { search.offer(trimmed, [.blanksTrimmed]) }
        search.offer(body + windowsBreak, [.windowsNewlineAdded])
        offerBreaks(of: body, to: &search)
        if body.starts(with: mark) {
            search.offer(Array(body.dropFirst(mark.count)), [.markRemoved])
        } else {
            search.offer(mark + body, [.markAdded])
            search.offer(mark + body + lineFeed, [.markAdded, .newlineAdded])
        }
        search.offer(body + [0x20], [.blankAdded])
        search.offer(body + [0x00], [.blankAdded])
        search.offer(body + lineFeed + lineFeed, [.newlineAdded])
    }

    /// Other line breaks, alone and with one at the end added or taken away.
    private static func offerBreaks(of body: [UInt8], to search: inout CandidateSearch) {
        guard body.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
        let unix = ByteSearch.replacing(
            [0x0D],
            by: lineFeed,
            in: ByteSearch.replacing(windowsBreak, by: lineFeed, in: body)
        )
        let windows = ByteSearch.replacing(lineFeed, by: windowsBreak, in: unix)
        for (bytes, end, mistake) in [(windows, windowsBreak, Mistake.windowsBreaks), (unix, lineFeed, .unixBreaks)] {
            guard bytes != body else { continue }
            search.offer(bytes, [mistake])
            search.offer(bytes + end, [mistake, .newlineAdded])
            if bytes.suffix(end.count).elementsEqual(end) {
                search.offer(Array(bytes.dropLast(end.count)), [mistake, .newlineRemoved])
            }
        }
        search.offer(unix.filter { $0 != 0x0A }, [.breaksRemoved])
        search.offer(unix.map { $0 == 0x0A ? 0x0D : $0 }, [.oldMacBreaks])
    }

    private static func trimmed(_ body: [UInt8]) -> [UInt8]? {
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != 0x00 }
        guard let first = body.firstIndex(where: { !isBlank($0) }), let last = body.lastIndex(where: { !isBlank($0) })
        else { return nil }
        return Array(body[first...last])
    }

    private static let lineFeed: [UInt8] = [0x0A]
    private static let windowsBreak: [UInt8] = [0x0D, 0x0A]
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
