import HTTPWire
import JSONSchema
import StrictJSON
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Checks every line of a file against a schema, each thread a part of the file, in constant memory.
struct NDJSONCheck: Sendable {
    /// How many lines were accepted and refused.
    struct Tally: Hashable, Sendable {
        var accepted = 0
        var refused = 0
    }

    private final class Sum: Sendable {
        let tally = Mutex(Tally())
    }

    private static let chunkByteCount = 1 << 16

    let file: ScratchFile
    let byteCount: Int
    let schema: Schema
    let threads: Int

    /// How many threads the machine runs at once.
    static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Checks the whole file.
    func run() throws -> Tally {
        let sum = Sum()
        let workers = try (0..<threads)
            .map { index in
                let range = byteCount * index / threads..<byteCount * (index + 1) / threads
                return try WorkerThread(name: "ndjson-\(index)") {
                    let tally = check(range)
                    sum.tally.withLock { total in
                        total.accepted += tally.accepted
                        total.refused += tally.refused
                    }
                }
            }
        for worker in workers { worker.join() }
        return sum.tally.withLock(\.self)
    }

    /// Checks the lines whose first byte lies in `range`.
    ///
    /// Reading starts one byte early: what stands before the first line feed there, if anything, is the rest of a line
    /// that belongs to the part before.
    private func check(_ range: Range<Int>) -> Tally {
        struct End: Error {}
        var tally = Tally()
        var splitter = NDJSONSplitter()
        let start = max(0, range.lowerBound - 1)
        func take(_ line: NDJSONLine) throws(End) {
            if start + line.offset >= range.upperBound { throw End() }
            if line.offset == 0, range.lowerBound > 0 { return }
            if let document = try? line.document(), schema.accepts(document) {
                tally.accepted += 1
            } else {
                tally.refused += 1
            }
        }
        var offset = start
        do throws(End) {
            while true {
                let chunk = file.read(Self.chunkByteCount, at: offset)
                if chunk.isEmpty { break }
                offset += chunk.count
                try splitter.feed(chunk, line: take)
            }
            try splitter.finish(line: take)
        } catch {
            // The rest of the file belongs to the next part.
        }
        return tally
    }
}
