import StrictJSON

/// Single members of the body, as they are written, compact, and as plain text.
enum PartCandidates {
    /// Deeper members are not signed alone by anybody.
    private static let maximumDepth = 4
    private static let maximumCount = 200

    static func offer(to search: inout CandidateSearch) {
        let policy = JSONTextPolicy(maximumByteCount: 1 << 20, allowsDuplicateNames: true, allowsLoneSurrogates: true)
        guard let document = try? JSONDocument(parsing: search.received, policy: policy) else { return }
        var waiting: [(value: JSONValue, pointer: JSONPointer, depth: Int)] = [(document.root, .root, 0)]
        var next = 0
        while next < waiting.count, next < maximumCount, !search.isOver {
            let (value, pointer, depth) = waiting[next]
            next += 1
            if depth > 0 { offer(value, pointer, to: &search) }
            guard depth < maximumDepth, value.kind == .object else { continue }
            for member in value.members.prefix(maximumCount) {
                waiting.append((member.value, pointer.appending(member.name), depth + 1))
            }
        }
    }

    private static func offer(_ value: JSONValue, _ pointer: JSONPointer, to search: inout CandidateSearch) {
        let mistakes = [Mistake.part.with(detail: pointer.description)]
        search.offer(value.rawBytes, mistakes)
        if value.kind == .string, let content = value.stringBytes { search.offer(content, mistakes) }
        if value.kind == .object || value.kind == .array { search.offer(JSONWriter.compact.write(value), mistakes) }
    }
}
