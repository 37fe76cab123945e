import PayoutContract
import StrictJSON

/// Probes of the checks that no schema can state.
enum CheckProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        let kept = Probe("kept", "\(site.name) as it has to be", .keeps, site.body)
        return broken(site).map { Probe("", $0.title, site.broken(), site.replacing($0.value)) } + edges(site) + [kept]
    }

    private static func broken(_ site: ProbeSite) -> [(title: String, value: JSONTree)] {
        switch site.constraint.keyword {
        case "x-integer-literal":
            guard let literal = site.value.number?.literal, let fraction = JSONNumber(literal + ".0") else { return [] }
            return [("\(site.name) as an integer with a fraction of zero", .number(fraction))]
        case "x-not-a-card-number":
            return [("a card number as \(site.name)", "4242424242424242")]
        case "x-not-masked":
            return [("\(site.name) is masked", "424242******4242")]
        case "x-luhn":
            return [("\(site.name) with a wrong check digit", "4242424242424241")]
        case "x-calendar-date":
            let days = ["2026-02-29", "2100-02-29", "2026-04-31"]
            let rest = site.value.string.map { String($0.dropFirst(10)) } ?? ""
            return days.map { ("\(site.name) is a day that no calendar has", .string($0 + rest)) }
        case "x-names-agree":
            var other = site.value
            other["full_name"] = "Иванов Иван"
            other["first_name"] = "Пётр"
            return [("the parts of the name are not in full_name", other)]
        case "x-maximum-bytes":
            return limits(site).map { ("\(site.name) one byte too long", text(byteCount: $0 + 1)) }
        default:
            return []
        }
    }

    private static func edges(_ site: ProbeSite) -> [Probe] {
        guard site.constraint.keyword == "x-maximum-bytes" else { return [] }
        return limits(site)
            .map { Probe("edge", "\(site.name) of \($0) bytes", .keeps, site.replacing(text(byteCount: $0))) }
    }

    private static func limits(_ site: ProbeSite) -> [Int] {
        (site.constraint.value.members ?? []).compactMap { $0.value.number?.int64.flatMap { Int(exactly: $0) } }
    }

    /// A string whose JSON form has so many bytes.
    private static func text(byteCount: Int) -> JSONTree { .string(String(repeating: "m", count: byteCount - 2)) }
}
