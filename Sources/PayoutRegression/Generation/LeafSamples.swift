import JSONSchema
import PayoutContract
import StrictJSON

/// Values of single types at the boundaries of what a normal form allows.
enum LeafSamples {
    /// A value, and what it reaches: `minimum`, `null`, `the value card`.
    struct Sample {
        let label: String
        let value: JSONTree
    }

    /// How the labels of listed values begin.
    static let listedLabel = "the value"
    /// Longer texts are not made.
    static let maximumTextLength = 5_000

    /// The samples of every type that is allowed, but arrays and objects.
    static func samples(of schema: NormalSchema, using random: inout SeededRandom) -> [Sample] {
        if let values = schema.values {
            return values.map { Sample(label: "\(listedLabel) \(JSONWriter.compact.writeString($0))", value: $0) }
        }
        return schema.types.each.flatMap { samples(of: schema, type: $0, using: &random) }
    }

    /// The samples of one type; the first is the most usual one.
    static func samples(
        of schema: NormalSchema,
        type: ValueTypes,
        using random: inout SeededRandom
    ) -> [Sample] {
        let candidates: [Sample]
        switch type {
        case .null: candidates = [Sample(label: "null", value: .null)]
        case .boolean: candidates = [Sample(label: "true", value: true), Sample(label: "false", value: false)]
        case .integer, .fraction: candidates = numbers(schema, isFraction: type == .fraction, using: &random)
        case .string: candidates = texts(schema, using: &random)
        default: candidates = []
        }
        let found = candidates.filter { LeafCheck.holds($0.value, schema) }
        return found.isEmpty && !schema.checks.isEmpty ? mended(candidates, schema) : found
    }

    /// Samples near those that break a check only, such as numbers with two check digits: chance hits one in a hundred.
    private static func mended(_ candidates: [Sample], _ schema: NormalSchema) -> [Sample] {
        var unchecked = schema
        unchecked.checks = []
        return candidates.filter { LeafCheck.holds($0.value, unchecked) }.prefix(3)
            .flatMap { sample in
                NearValues.first(1, near: sample.value) { LeafCheck.holds($0, schema) }
                    .map { Sample(label: sample.label, value: $0) }
            }
    }

    private static func numbers(
        _ schema: NormalSchema,
        isFraction: Bool,
        using random: inout SeededRandom
    ) -> [Sample] {
        var found: [Sample] = []
        func add(_ label: String, _ literal: String) {
            guard let number = JSONNumber(literal), number.isMathematicalInteger != isFraction else { return }
            found.append(Sample(label: label, value: .number(number)))
        }
        let step = schema.multiples.first?.literal
        let low = schema.lower?.value.int64 ?? 1
        let high = schema.upper?.value.int64 ?? 1_000_000
        if low <= high { add("a number", String(Int64.random(in: low...max(low, high), using: &random))) }
        if let bound = schema.lower {
            add("minimum", bound.value.literal)
            if let next = bound.value.int64?.adding(1) { add("minimum and one", String(next)) }
            if isFraction, let value = bound.value.int64 { add("minimum and a half", "\(value).5") }
        }
        if let bound = schema.upper {
            add("maximum", bound.value.literal)
            if let next = bound.value.int64?.adding(-1) { add("maximum less one", String(next)) }
            if isFraction, let value = bound.value.int64, value > 0 { add("maximum less a half", "\(value - 1).5") }
        }
        if let step {
            add("multiple", step)
            if let value = Int64(step), value > 0, value < 1 << 31 {
                let first = low.adding(value - 1).map { $0 / value * value }
                if let first { add("multiple in range", String(first)) }
                if let second = first?.adding(value) { add("second multiple in range", String(second)) }
            }
        }
        for literal in ["0", "1", "-1", "10000", "0.5", "1.25", "-0.5", "9007199254740991"] {
            add("the number \(literal)", literal)
        }
        return found
    }

    private static func texts(_ schema: NormalSchema, using random: inout SeededRandom) -> [Sample] {
        var found: [Sample] = []
        for pattern in schema.patterns.sorted() {
            guard let sampler = try? PatternSampler(pattern) else { continue }
            // A check may refuse most texts of the pattern, such as nine of ten card numbers.
            let tries = schema.checks.isEmpty ? 3 : 40
            for _ in 0..<tries {
                found.append(Sample(label: "a text", value: .string(sampler.text(.random, using: &random))))
            }
            found.append(
                Sample(label: "shortest of the pattern", value: .string(sampler.text(.shortest, using: &random)))
            )
            found.append(
                Sample(label: "longest of the pattern", value: .string(sampler.text(.longest, using: &random)))
            )
            for (position, text) in sampler.branches(using: &random).enumerated() {
                found.append(Sample(label: "branch \(position + 1) of the pattern", value: .string(text)))
            }
        }
        if schema.patterns.count > 1 { found += spliced(found, schema) }
        if schema.patterns.isEmpty {
            found += formatted(schema)
            found.append(Sample(label: "a text", value: .string(filler(max(6, schema.minimumLength), schema))))
        }
        found.append(Sample(label: "minLength", value: .string(filler(schema.minimumLength, schema))))
        if let length = schema.maximumLength, length <= maximumTextLength {
            found.append(Sample(label: "maxLength", value: .string(filler(length, schema))))
        }
        found.append(Sample(label: "Cyrillic", value: .string("Ёлка")))
        found.append(Sample(label: "characters that are escaped", value: .string("\"\\/\n\u{1F600}")))
        return found
    }

    /// Samples that begin as one and go on as another: one pattern often says how a text begins, another one how long it is.
    private static func spliced(_ samples: [Sample], _ schema: NormalSchema) -> [Sample] {
        let texts = samples.compactMap(\.value.string).unique
        return texts.flatMap { start in
            texts.filter { $0.utf8.count > start.utf8.count }
                .map { Sample(label: "a text", value: .string(start + $0.dropFirst(start.count))) }
        }
    }

    /// Texts of the patterns that may break a check.
    static func texts(unchecked schema: NormalSchema, using random: inout SeededRandom) -> [String] {
        var schema = schema
        schema.checks = []
        return samples(of: schema, type: .string, using: &random).compactMap(\.value.string)
    }

    /// A text of exactly so many characters.
    private static func filler(_ length: Int, _ schema: NormalSchema) -> String {
        String(repeating: "a", count: min(length, maximumTextLength))
    }

    private static let formats: [String: String] = [
        "date-time": "2025-05-27T02:03:00Z", "date": "2025-05-27", "time": "02:03:00Z", "duration": "P3D",
        "email": "user@example.com", "hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
        "uri": "https://example.com/", "uuid": "123e4567-e89b-12d3-a456-426614174000",
    ]

    private static func formatted(_ schema: NormalSchema) -> [Sample] {
        schema.formats.sorted()
            .compactMap { name in
                formats[name].map { Sample(label: "format \(name)", value: .string($0)) }
            }
    }
}
