import StrictJSON

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a command reads and prints: results go to standard output, progress and complaints to standard error.
struct Console: Sendable {
    /// Stands for standard input where a test gives one.
    private let input: [UInt8]?
    private let writeOutput: @Sendable ([UInt8]) -> Void
    private let writeError: @Sendable ([UInt8]) -> Void
    /// Whether standard output is a terminal that shows colours.
    let showsColour: Bool
    /// Whether standard error is a terminal, on which a line of progress is worth its while.
    private let showsProgress: Bool
    /// Whether this is the console of the process, which gets the signals of the terminal.
    let isProcess: Bool
    /// Asks a person for a secret; nil when nobody can be asked.
    let askSecret: @Sendable (_ prompt: String) -> [UInt8]?

    /// The console of the process.
    static let process = Console(
        input: nil,
        writeOutput: { File.writeAll($0, to: STDOUT_FILENO) },
        writeError: { File.writeAll($0, to: STDERR_FILENO) },
        showsColour: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil,
        showsProgress: isatty(STDERR_FILENO) == 1,
        isProcess: true,
        askSecret: { SecretPrompt.ask($0) }
    )

    init(
        input: [UInt8]?,
        writeOutput: @escaping @Sendable ([UInt8]) -> Void,
        writeError: @escaping @Sendable ([UInt8]) -> Void,
        showsColour: Bool = false,
        showsProgress: Bool = false,
        isProcess: Bool = false,
        askSecret: @escaping @Sendable (_ prompt: String) -> [UInt8]? = { _ in nil }
    ) {
        self.input = input
        self.writeOutput = writeOutput
        self.writeError = writeError
        self.showsColour = showsColour
        self.showsProgress = showsProgress
        self.isProcess = isProcess
        self.askSecret = askSecret
    }

    /// Prints a line of the result.
    func print(_ line: String) {
        writeOutput(Array((line + "\n").utf8))
    }

    /// Prints a part of the result as it stands.
    func write(_ bytes: [UInt8]) {
        writeOutput(bytes)
    }

    /// Prints a line of progress or a complaint.
    func complain(_ line: String) {
        writeError(Array((line + "\n").utf8))
    }

    /// Shows how far something is, in one line that the next one overwrites; nothing where nobody looks.
    func progress(_ line: String) {
        guard showsProgress else { return }
        writeError(Array("\r\u{1B}[K\(line)".utf8))
    }

    /// The bytes of a file, or of standard input when `path` is `-`.
    ///
    /// - Throws: `FileError` when it can't be read.
    func read(_ path: String) throws(FileError) -> [UInt8] {
        if path == "-", let input { return input }
        return try File.read(path)
    }

    /// The first bytes of a file that holds a secret, or of standard input when `path` is `-`.
    ///
    /// The caller erases them after use.
    ///
    /// - Throws: `FileError` when it can't be read.
    func readSecret(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        if path == "-", let input { return Array(input.prefix(limit)) }
        return try File.readSecret(path, atMost: limit)
    }

    /// Hands out the bytes of a file of any size, or of standard input when `path` is `-`, part by part in order.
    ///
    /// - Throws: `FileError` when it can't be read.
    func forEachChunk(of path: String, take: ([UInt8]) -> Void) throws(FileError) {
        if path == "-", let input {
            take(input)
        } else {
            try File.forEachChunk(of: path) { chunk in
                take(Array(chunk))
                return true
            }
        }
    }

    /// Hands out the lines of a file of any size, or of standard input when `path` is `-`, each as soon as it is there.
    ///
    /// - Parameters:
    ///   - maximumLineByteCount: How much of a longer line is kept; it is handed out as too long.
    ///   - take: Gets a line that is not blank, and says whether it wants more.
    /// - Throws: `FileError` when the input can't be read.
    func forEachLine(
        of path: String,
        maximumLineByteCount: Int = JSONTextPolicy.strict.maximumByteCount,
        take: (NDJSONLine) -> Bool
    ) throws(FileError) {
        struct Enough: Error {}
        var splitter = NDJSONSplitter(maximumLineByteCount: maximumLineByteCount)
        func handOver(_ line: NDJSONLine) throws(Enough) {
            guard take(line) else { throw Enough() }
        }
        func feed(_ chunk: [UInt8]) -> Bool {
            do throws(Enough) {
                try splitter.feed(chunk, line: handOver)
                return true
            } catch {
                return false
            }
        }
        var wantsMore = true
        if path == "-", let input {
            wantsMore = feed(input)
        } else {
            try File.forEachChunk(of: path) { chunk in
                wantsMore = feed(Array(chunk))
                return wantsMore
            }
        }
        if wantsMore { try? splitter.finish(line: handOver) }
    }
}
