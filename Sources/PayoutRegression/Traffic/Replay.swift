import HTTPWire
public import PayoutContract
import PayoutVectors
public import StrictJSON
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Holds recorded messages against a contract, or against two, as a stream.
public struct Replay: Sendable {
    /// A file that can't be read.
    public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The path and the system's reason.
        public let description: String
    }

    /// A rule that refuses a message, and the place.
    typealias BrokenRule = (rule: String, place: String)

    private static let chunkByteCount = 1 << 18

    private let name: String
    private let contract: Contract
    private let old: (name: String, contract: Contract)?
    /// What people call the messages that a contract has; asking a contract, or writing a name, costs more than a verdict.
    private let names: [MessageType: String]
    private let known: Set<MessageType>
    private let knownBefore: Set<MessageType>
    private let reader: TrafficReader

    /// Prepares a replay.
    ///
    /// - Parameters:
    ///   - name: What the contract is called.
    ///   - old: The contract before, to find out which messages change their verdict; nil for one contract alone.
    ///   - type: What each line is, where lines are bodies alone; nil to find out line by line.
    public init(
        name: String,
        contract: Contract,
        old: (name: String, contract: Contract)? = nil,
        type: MessageType? = nil,
        api: APIVersion = .v1
    ) {
        self.name = name
        self.contract = contract
        self.old = old
        let types = APIVersion.allCases.flatMap(MessageType.all)
        known = Set(types.filter(contract.supports))
        knownBefore = old.map { old in Set(types.filter(old.contract.supports)) } ?? []
        names = Dictionary(uniqueKeysWithValues: known.union(knownBefore).map { ($0, $0.displayName) })
        reader = TrafficReader(contract: old?.contract ?? contract, type: type, api: api)
    }

    /// A summary in which nothing is counted yet.
    public var emptySummary: ReplaySummary { ReplaySummary(contract: name, old: old?.name) }

    /// Judges the messages of one line.
    ///
    /// - Throws: an error when a contract can't be used.
    public func judge(_ line: NDJSONLine, into summary: inout ReplaySummary) throws(ContractError) {
        summary.lineCount += 1
        let outcome = try reader.forEachMessage(in: line) { message throws(ContractError) in
            try judge(message, into: &summary)
        }
        switch outcome {
        case .read: break
        case .unreadable: summary.unreadableCount += 1
        case .maskedFromHere: summary.isMasked = true
        }
    }

    private func judge(_ message: TrafficMessage, into summary: inout ReplaySummary) throws(ContractError) {
        guard let type = message.type, let name = names[type] else {
            summary.unknownCount += 1
            return
        }
        let document = message.document ?? (try? JSONDocument(parsing: message.body))
        let after = try verdict(on: message.body, document, as: type, by: contract, known)
        let before = try old.map { old throws(ContractError) in
            try verdict(on: message.body, document, as: type, by: old.contract, knownBefore)
        }
        summary.messages[name, default: ReplaySummary.MessageCounts()].add(after, before)
        if !after.isEmpty { Self.count(after, as: "refused", name, in: &summary) }
        guard let before, before.isEmpty != after.isEmpty else { return }
        if before.isEmpty {
            Self.count(after, as: "broken", name, in: &summary)
        } else {
            Self.count(before, as: "mended", name, in: &summary)
        }
    }

    /// The rules that refuse a body, with their places; empty when it is right.
    private func verdict(
        on body: [UInt8],
        _ document: JSONDocument?,
        as type: MessageType,
        by contract: Contract,
        _ known: Set<MessageType>
    ) throws(ContractError) -> [BrokenRule] {
        guard known.contains(type) else { return [("MESSAGE.UNKNOWN", "")] }
        let result: CheckResult
        if let document {
            if try contract.accepts(document, as: type) { return [] }
            result = try contract.check(document, as: type)
        } else {
            result = try contract.check(body, as: type)
        }
        return result.findings.filter { $0.severity == .error }
            .map { ($0.rule.rawValue, Self.place($0.pointer)) }
    }

    /// The place with `*` for positions, so that elements are counted together.
    private static func place(_ pointer: JSONPointer) -> String {
        JSONPointer(tokens: pointer.tokens.map { Int($0) == nil ? $0 : "*" }).description
    }

    private static func count(
        _ broken: [BrokenRule],
        as effect: String,
        _ message: String,
        in summary: inout ReplaySummary
    ) {
        var seen: Set<ReplaySummary.RuleKey> = []
        for (rule, place) in broken {
            let key = ReplaySummary.RuleKey(effect: effect, rule: rule, message: message, place: place)
            if seen.insert(key).inserted { summary.rules[key, default: 0] += 1 }
        }
    }

    /// Judges every line of a file: each thread takes a part of it, and none holds more than a line and a chunk.
    ///
    /// - Throws: ``FileFailure``, or an error when a contract can't be used.
    public func run(file path: String, threads: Int) throws -> ReplaySummary {
        // A part below a mebibyte is not worth a thread.
        try run(file: path, threads: threads, minimumPartByteCount: 1 << 20)
    }

    func run(file path: String, threads: Int, minimumPartByteCount: Int) throws -> ReplaySummary {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(description: "\(path): is no regular file") }
        let size = Int(status.st_size)
        let count = max(1, min(threads, size / minimumPartByteCount))
        let ranges = (0..<count).map { size * $0 / count..<size * ($0 + 1) / count }
        let parts = try Parallel.map(ranges, threads: count) { range in try part(range, of: descriptor, path) }
        var summary = emptySummary
        for part in parts { summary.add(part) }
        return summary
    }

    /// Judges the lines whose first byte lies in a range.
    ///
    /// Reading starts one byte early: what stands before the first line feed there is the rest of a line of the part before.
    private func part(_ range: Range<Int>, of descriptor: Int32, _ path: String) throws -> ReplaySummary {
        struct End: Error {}
        var summary = emptySummary
        var splitter = NDJSONSplitter()
        let start = max(0, range.lowerBound - 1)
        func take(_ line: NDJSONLine) throws {
            if start + line.offset >= range.upperBound { throw End() }
            if line.offset == 0, range.lowerBound > 0 { return }
            try judge(line, into: &summary)
        }
        var offset = start
        do {
            while true {
                let chunk = try Self.read(descriptor, at: offset, path)
                if chunk.isEmpty { break }
                offset += chunk.count
                try splitter.feed(chunk, line: take)
            }
            try splitter.finish(line: take)
        } catch is End {
            // The rest belongs to the next part.
        }
        return summary
    }

    private static func read(_ descriptor: Int32, at offset: Int, _ path: String) throws -> [UInt8] {
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: chunkByteCount) { buffer, initialized in
            repeat {
                count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            } while count < 0 && errno == EINTR
            initialized = max(0, count)
        }
        if count < 0 { throw failure(path) }
        return chunk
    }

    private static func failure(_ path: String) -> FileFailure {
        FileFailure(description: "\(path): \(String(cString: strerror(errno)))")
    }
}
