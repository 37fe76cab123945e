#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// This machine's clock next to another's.
enum WallClock {
    private static let days = ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// By how many seconds this machine's clock is ahead of the moment in a header field Date; nil when that is none.
    static func secondsAhead(ofDate text: String) -> Int? {
        seconds(ofDate: text).map { time(nil) - $0 }
    }

    /// The seconds since 1970 of a moment as RFC 9110 (section 5.6.7) prefers it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func seconds(ofDate text: String) -> Int? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, days.contains(String(words[0])), words[5] == "GMT",
            let day = number(words[1], ofDigits: 2), let month = months.firstIndex(of: String(words[2])),
            let year = number(words[3], ofDigits: 4)
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 3, let hour = number(time[0], ofDigits: 2), let minute = number(time[1], ofDigits: 2),
            let second = number(time[2], ofDigits: 2)
        else { return nil }
        var parts = tm()
        parts.tm_year = year - 1_900
        parts.tm_mon = Int32(month)
        parts.tm_mday = day
        parts.tm_hour = hour
        parts.tm_min = minute
        parts.tm_sec = second
        return timegm(&parts)
    }

    private static func number(_ text: Substring, ofDigits count: Int) -> Int32? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int32(text)
    }
}
