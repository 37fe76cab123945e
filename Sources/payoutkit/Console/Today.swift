#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The day of the machine's clock in UTC.
enum Today {
    /// The day as YYYY-MM-DD.
    static var text: String {
        var moment = time(nil)
        var parts = tm()
        gmtime_r(&moment, &parts)
        return "\(parts.tm_year + 1_900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    }

    private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
