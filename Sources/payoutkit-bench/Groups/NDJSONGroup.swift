/// A file of one webhook a line to a verdict on each, on all cores.
enum NDJSONGroup {
    private static let count = 100_000

    static func run(_ table: ResultTable) throws {
        let (file, byteCount) = try WebhookGenerator.lines(count: count, seed: 131)
        let schema = try ContractSchemas().webhooks()
        for threads in Set([1, NDJSONCheck.coreCount]).sorted() {
            let check = NDJSONCheck(file: file, byteCount: byteCount, schema: schema, threads: threads)
            let tally = try check.run()
            guard tally == NDJSONCheck.Tally(accepted: count, refused: 0) else {
                throw BenchError("wrong verdicts on the webhooks: \(tally)")
            }
            let size = Figure.grouped(byteCount / 1_000_000)
            let name =
                "NDJSON of \(Figure.grouped(count)) webhooks, \(size) MB, on \(threads) \(threads == 1 ? "thread" : "threads"), each"
            try table.row(name, byteCount: byteCount, count: count) { sink(try check.run()) }
        }
    }
}
