#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Asks the person at the terminal for a passphrase, without showing what is typed.
///
/// Question and answer go through the controlling terminal, so standard input stays free for a body. A process without
/// one, such as a job of a pipeline, asks nobody and does not wait.
enum SecretPrompt {
    /// Longer lines are cut: OpenSSL takes no passphrase above 1,024 bytes.
    private static let maximumByteCount = 1_025

    /// The line that was typed, without its end; nil when there is no terminal, or when it was closed.
    static func ask(_ prompt: String) -> [UInt8]? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        // A job in the background would be stopped, and wait for ever.
        guard tcgetpgrp(terminal) == getpgrp() else { return nil }
        var shown = termios()
        guard tcgetattr(terminal, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // Keys that end the program would leave the terminal without its echo: they count as characters meanwhile.
        hidden.c_lflag &= ~tcflag_t(ISIG)
        guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { return nil }
        defer {
            tcsetattr(terminal, TCSAFLUSH, &shown)
            File.writeAll([0x0A], to: terminal)
        }
        File.writeAll(Array(prompt.utf8), to: terminal)
        return readLine(from: terminal)
    }

    private static func readLine(from terminal: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        line.reserveCapacity(maximumByteCount)
        while true {
            var byte: UInt8 = 0
            let count = read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            // Control-C, which means no answer here.
            guard count == 1, byte != 0x03 else { return nil }
            if byte == 0x0A || byte == 0x0D { return line }
            if line.count < maximumByteCount { line.append(byte) }
        }
    }
}
