import BlockingWork
import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A browser without a window, where one is installed.
enum Chromium {
    private static let places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

    /// Its path; nil when none is installed.
    static let path = places.first { access($0, X_OK) == 0 }

    /// The document of a page after its scripts have run.
    static func document(of url: String) async throws -> String {
        let profile = try ScratchFolder()
        let command =
            "timeout 50 \(path ?? "false") --headless --no-sandbox --disable-gpu --disable-dev-shm-usage "
            + "--user-data-dir=\(profile.path)/profile --virtual-time-budget=3000 --dump-dom '\(url)' 2>/dev/null; "
            + "rm -rf \(profile.path)/profile"
        return try await onThread {
            guard let stream = popen(command, "r") else { throw ScratchError(code: errno) }
            defer { pclose(stream) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = fread(&chunk, 1, chunk.count, stream)
                guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
                bytes += chunk[..<count]
            }
        }
    }
}
