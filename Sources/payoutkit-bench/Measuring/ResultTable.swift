/// Measures operations and prints a row for each.
struct ResultTable: Sendable {
    let plan: MeasuringPlan

    private static let widths = [12, 12, 8, 10, 9]
    private static let nameWidth = 66

    func printHeading() {
        Self.printRow("operation", ["min ns", "median ns", "MB/s", "allocs", "peak MB"])
    }

    /// Measures `operation` and prints its row.
    ///
    /// - Parameters:
    ///   - byteCount: How many bytes a call reads; nil where a rate says nothing.
    ///   - count: How many operations one call stands for: the times are those of one of them.
    func row(_ name: String, byteCount: Int?, count: Int = 1, _ operation: () throws -> Void) rethrows {
        PeakMemory.restart()
        guard let call = try plan.measure(operation) else { return }
        let each = call.divided(by: count)
        let rate = byteCount.map { Figure.grouped($0 * 1_000 / max(1, Int(call.minimum))) } ?? "-"
        let allocations = try AllocationCount.of(operation).map { Figure.count($0, over: count) } ?? "-"
        let peak = Figure.oneDecimal(Double(PeakMemory.byteCount) / 1e6)
        Self.printRow(
            name,
            [Figure.nanoseconds(each.minimum), Figure.nanoseconds(each.median), rate, allocations, peak]
        )
    }

    private static func printRow(_ name: String, _ figures: [String]) {
        let cells = zip(figures, widths)
            .map { figure, width in
                String(repeating: " ", count: max(1, width - figure.count)) + figure
            }
        Output.line(name + String(repeating: " ", count: max(1, nameWidth - name.count)) + cells.joined())
    }
}
