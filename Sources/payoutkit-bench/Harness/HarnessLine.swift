import StrictJSON

/// One measurement as a JSON line of a side-by-side harness.
struct HarnessLine {
    var suite: String
    var peer: String
    var caseName: String
    var byteCount: Int
    var measurement: Measurement
    /// Members of the suite's own, put last.
    var extra: [JSONTree.Member] = []

    /// Measures `operation` by the environment's plan and prints the line, unless only calls were asked for.
    static func measure(
        _ suite: String,
        peer: String,
        caseName: String,
        byteCount: Int,
        extra: [JSONTree.Member] = [],
        _ operation: () throws -> Void
    ) rethrows {
        guard let measurement = try MeasuringPlan.environment().measure(operation) else { return }
        let line = HarnessLine(
            suite: suite,
            peer: peer,
            caseName: caseName,
            byteCount: byteCount,
            measurement: measurement,
            extra: extra
        )
        Output.line(JSONWriter.compact.writeString(line.tree))
    }

    private var tree: JSONTree {
        let members: [JSONTree.Member] = [
            .init(name: "suite", value: .string(suite)),
            .init(name: "peer", value: .string(peer)),
            .init(name: "case", value: .string(caseName)),
            .init(name: "unit", value: "ns"),
            .init(name: "bytes", value: .number(JSONNumber(byteCount))),
            .init(name: "min", value: Self.number(measurement.minimum)),
            .init(name: "median", value: Self.number(measurement.median)),
            .init(name: "max", value: Self.number(measurement.maximum)),
            .init(name: "rounds", value: .number(JSONNumber(measurement.rounds))),
            .init(name: "iters", value: .number(JSONNumber(measurement.calls))),
        ]
        return .object(members + extra)
    }

    private static func number(_ value: Double) -> JSONTree {
        JSONNumber(Figure.oneDecimal(value)).map { .number($0) } ?? .null
    }
}
