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
        // Nothing is shown, and keys come one by one: those that end a program must give the terminal its echo back.
        hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
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
        while let byte = readByte(from: terminal) {
            switch byte {
            case 0x0A, 0x0D: return line
            // Control-C, Control-D and Control-backslash: no answer.
            case 0x03, 0x04, 0x1C: return nil
            // Backspace takes a whole character of UTF-8 away, Control-U the line.
            case 0x08, 0x7F:
                while let last = line.popLast(), last & 0xC0 == 0x80 {}
            case 0x15: line.removeAll(keepingCapacity: true)
            default: if line.count < maximumByteCount { line.append(byte) }
            }
        }
        return nil
    }

    /// The next key; nil when the terminal is closed, or nobody has typed for two minutes.
    private static func readByte(from terminal: Int32) -> UInt8? {
        while true {
            var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, 120_000)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            var byte: UInt8 = 0
            let count = read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            return count == 1 ? byte : nil
        }
    }
}
