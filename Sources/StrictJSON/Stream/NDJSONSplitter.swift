#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Splits a stream of bytes into lines of one JSON text each (newline-delimited JSON).
///
/// It is fed chunks of any size, so a stream of any length is read in constant memory: at most one line, up to a limit,
/// is kept. Lines end with LF; a CR before it is whitespace to JSON. Lines of whitespace alone are passed over. A line
/// feed after the last text may be missing.
///
///     var splitter = NDJSONSplitter()
///     while let chunk = try read() { splitter.feed(chunk) { check($0) } }
///     splitter.finish { check($0) }
public struct NDJSONSplitter: Sendable {
    /// The longest line that is kept whole, in bytes.
    public let maximumLineByteCount: Int

    private var kept: [UInt8] = []
    private var isTooLong = false
    private var lineNumber = 1
    private var lineOffset = 0
    private var streamOffset = 0

    /// Creates a splitter for a new stream.
    public init(maximumLineByteCount: Int = JSONTextPolicy.strict.maximumByteCount) {
        self.maximumLineByteCount = max(maximumLineByteCount, 0)
    }

    /// Takes the next bytes of the stream and hands over each line that they complete.
    public mutating func feed<Failure>(
        _ chunk: [UInt8],
        line body: (NDJSONLine) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        while start < chunk.count {
            let end = Self.lineFeed(in: chunk, from: start)
            keep(chunk, start..<end)
            streamOffset += end - start
            guard end < chunk.count else { return }
            streamOffset += 1
            start = end + 1
            try handOver(body)
        }
    }

    /// Takes the end of the stream and hands over the last line, if no line feed ended it.
    ///
    /// Afterwards the splitter is ready for a new stream.
    public mutating func finish<Failure>(line body: (NDJSONLine) throws(Failure) -> Void) throws(Failure) {
        defer { self = NDJSONSplitter(maximumLineByteCount: maximumLineByteCount) }
        try handOver(body)
    }

    private mutating func handOver<Failure>(_ body: (NDJSONLine) throws(Failure) -> Void) throws(Failure) {
        let line = NDJSONLine(number: lineNumber, offset: lineOffset, bytes: kept, isTooLong: isTooLong)
        kept = []
        isTooLong = false
        lineNumber += 1
        lineOffset = streamOffset
        if line.isTooLong || !line.bytes.allSatisfy(ASCII.isWhitespace) { try body(line) }
    }

    private mutating func keep(_ chunk: [UInt8], _ range: Range<Int>) {
        let room = maximumLineByteCount - kept.count
        if range.count > room { isTooLong = true }
        kept.append(contentsOf: chunk[range.lowerBound..<range.lowerBound + min(range.count, room)])
    }

    /// The offset of the first line feed from `start` on, or the length of the chunk.
    private static func lineFeed(in chunk: [UInt8], from start: Int) -> Int {
        chunk.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, start < buffer.count,
                let found = memchr(base + start, Int32(ASCII.lineFeed), buffer.count - start)
            else { return buffer.count }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }
}
