import BlockingWork
import TestSupport

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
        let profile = try TemporaryFolder()
        let command =
            "timeout 50 \(path ?? "false") --headless --no-sandbox --disable-gpu --disable-dev-shm-usage "
            + "--user-data-dir=\(profile.path)/profile --virtual-time-budget=3000 --dump-dom '\(url)'"
        return try await onThread {
            withExtendedLifetime(profile) { String(decoding: Program.run(command).output, as: UTF8.self) }
        }
    }
}
