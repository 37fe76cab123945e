import HTTPWire
import PayoutRegression
import PayoutSandbox
import StrictJSON
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CommandDefinition {
    /// `payoutkit record`: a proxy that writes what passes.
    static let record = CommandDefinition(
        "record",
        summary: "Record traffic: a proxy in front of a bank or of a webhook endpoint",
        options: [
            OptionDefinition("--to", .one("URL"), help: "where requests go, such as https://demo.bank131.ru"),
            OptionDefinition("--webhooks", help: "the address is a webhook endpoint, not a bank"),
            OptionDefinition("--journal", .one("FILE"), help: "where exchanges are written; - is standard output"),
            OptionDefinition("--host", .one("ADDRESS"), help: "address to listen on (default: 127.0.0.1)"),
            OptionDefinition("--port", .one("N"), help: "port to listen on (default: the system chooses)"),
            OptionDefinition("--timeout", .one("SECONDS"), help: "how long to wait for an answer (default: 30)"),
            OptionDefinition("--trust", .one("FILE"), help: "certificates to trust in place of the system's, PEM"),
            OptionDefinition("--import", .many("FILE"), help: "take exchanges from an HTTP Archive (HAR) instead"),
        ],
        discussion: """
            Bodies pass unchanged, so signatures stay right. The journal holds the exact bytes in Base64: personal data and
            all. It is created for its owner alone and appended to. The proxy runs until SIGINT or SIGTERM.
            """
    ) { arguments, console in
        let journal = try JournalOutput(arguments.required("--journal"), console: console)
        if arguments.has("--import") {
            guard !arguments.has("--to") else { throw UsageError("--to and --import exclude each other") }
            for path in arguments.all("--import") { try importArchive(path, into: journal, console: console) }
            try journal.finish()
            return .right
        }
        // Before any thread is started: they inherit the mask.
        let stop = StopSignal()
        let recorder = try TrafficRecorder(arguments, journal: journal)
        console.complain("recording: \(recorder.url)")
        stop.wait()
        recorder.stop(within: .seconds(5))
        try journal.finish()
        return .right
    }

    private static func importArchive(_ path: String, into journal: JournalOutput, console: Console) throws {
        let document = try ContractSides.document(path, console: console)
        do throws(HARImport.Failure) {
            for record in try HARImport.records(document) { journal.append(record) }
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }
}

extension TrafficRecorder {
    /// Starts the proxy that the options of `record` ask for.
    fileprivate convenience init(_ arguments: ParsedArguments, journal: JournalOutput) throws {
        let url = try arguments.url("--to", from: arguments.required("--to"))
        let timeout = Duration.seconds(try arguments.integer("--timeout", in: 1...600) ?? 30)
        var server = HTTPServerConfiguration()
        server.host = arguments["--host"] ?? "127.0.0.1"
        server.port = UInt16(try arguments.integer("--port", in: 0...65_535) ?? 0)
        // A thread waits for the upstream on behalf of its connections, so there are many.
        server.threadCount = 16
        var client = HTTPClientConfiguration(timeout: timeout, userAgent: nil)
        if let path = arguments["--trust"] { client.trust = .certificateFile(path) }
        let clock = SystemClock()
        try self.init(
            upstream: url,
            kind: arguments.has("--webhooks") ? .delivery : .exchange,
            server: server,
            client: HTTPClient(configuration: client),
            now: { clock.now.microseconds },
            take: { journal.append($0) }
        )
    }
}

/// A journal that lines are appended to, one whole line at a time.
private final class JournalOutput: Sendable {
    private let descriptor: Mutex<Int32>
    /// Why the first line that could not be written was not.
    private let failure = Mutex<FileError?>(nil)
    private let path: String
    private let console: Console?

    init(_ path: String, console: Console) throws(FileError) {
        self.path = path
        guard path != "-" else {
            descriptor = Mutex(-1)
            self.console = console
            return
        }
        self.console = nil
        let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
        descriptor = Mutex(opened)
    }

    deinit {
        let descriptor = descriptor.withLock(\.self)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Throws when a line could not be written.
    func finish() throws(FileError) {
        if let failure = failure.withLock(\.self) { throw failure }
    }

    func append(_ record: TrafficRecord) {
        let line = record.line + [0x0A]
        descriptor.withLock { descriptor in
            if let console {
                console.write(line)
            } else if !Descriptor.writeAll(line, to: descriptor) {
                let reason = String(cString: strerror(errno))
                failure.withLock { $0 = $0 ?? FileError(path: path, reason: reason) }
            }
        }
    }
}
