import Synchronization

@testable import payoutkit

/// A console that keeps what a command prints.
final class RecordingConsole: Sendable {
    private struct Printed {
        var output: [UInt8] = []
        var error: [UInt8] = []
    }

    private let printed = Mutex(Printed())
    private let input: [UInt8]
    private let secret: [UInt8]?

    /// - Parameters:
    ///   - input: What a command reads from standard input.
    ///   - secret: What a person answers to a question for a passphrase; nil when nobody is there.
    init(input: [UInt8] = [], secret: String? = nil) {
        self.input = input
        self.secret = secret.map { Array($0.utf8) }
    }

    /// Runs `payoutkit` with `arguments` on this console.
    func run(_ arguments: String...) -> ExitCode {
        PayoutKit.run(arguments, on: console)
    }

    /// The console that commands get.
    var console: Console {
        Console(
            input: input,
            writeOutput: { bytes in self.printed.withLock { $0.output += bytes } },
            writeError: { bytes in self.printed.withLock { $0.error += bytes } },
            askSecret: { prompt in
                self.printed.withLock { $0.error += Array(prompt.utf8) }
                return self.secret
            }
        )
    }

    /// What went to standard output.
    var output: String { String(decoding: outputBytes, as: UTF8.self) }

    /// What went to standard output, byte for byte.
    var outputBytes: [UInt8] { printed.withLock { $0.output } }

    /// What went to standard error.
    var error: String { printed.withLock { String(decoding: $0.error, as: UTF8.self) } }
}
