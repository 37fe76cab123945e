import JSONSchema
import StrictJSON
import Testing

@Suite("Random schemas")
struct AgreementTests {
    /// The two ways of evaluation share little code, so what one gets wrong the other shows.
    @Test(arguments: 0..<8)
    func `the verdict and the list of violations agree`(_ seed: UInt64) throws {
        var generator = SchemaGenerator(seed: seed)
        var counts = [0, 0]
        for _ in 0..<250 {
            let text = generator.document()
            let schema = try schema(text)
            for _ in 0..<6 {
                let instance = generator.instance()
                let document = try JSONDocument(parsing: instance)
                let isAccepted = schema.accepts(document)
                #expect(schema.violations(in: document).isEmpty == isAccepted, "\(text) on \(instance)")
                counts[isAccepted ? 1 : 0] += 1
            }
        }
        // Neither answer may be rare, or the test says little.
        #expect(counts.allSatisfy { $0 > 250 })
    }

    @Test(arguments: 0..<4)
    func `a value inside a document gets the verdict that it gets alone`(_ seed: UInt64) throws {
        var generator = SchemaGenerator(seed: 1_000 + seed)
        for _ in 0..<150 {
            let text = generator.document()
            let schema = try schema(text)
            let instances = (0..<6).map { _ in generator.instance() }
            let document = try JSONDocument(parsing: "[\(instances.joined(separator: ","))]")
            for (instance, value) in zip(instances, document.root.elements) {
                let isAccepted = schema.accepts(try JSONDocument(parsing: instance))
                #expect(schema.accepts(value) == isAccepted, "\(text) on \(instance)")
                #expect(schema.violations(in: value).isEmpty == isAccepted, "\(text) on \(instance)")
            }
        }
    }
}
