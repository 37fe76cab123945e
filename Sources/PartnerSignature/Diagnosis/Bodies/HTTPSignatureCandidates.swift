import StrictJSON

/// The texts that HTTP Signatures sign: the draft "Signing HTTP Messages" (cavage), and RFC 9421.
enum HTTPSignatureCandidates {
    static func offer(_ request: DiagnosisEvidence.Request, to search: inout CandidateSearch) {
        let digest = Base64.encode(SHA256Digest(of: search.received).bytes)
        for names in lists(named: request) + commonLists {
            guard let text = text(names, request, digest: digest) else { continue }
            search.offer(text, [.httpSignatures])
        }
        if let text = signatureBase(request, digest: digest) { search.offer(text, [.httpSignatures]) }
    }

    private static let commonLists: [[String]] = [
        ["(request-target)", "host", "date", "digest"], ["(request-target)", "host", "digest"],
        ["(request-target)", "date", "digest"], ["(request-target)", "digest"], ["host", "date", "digest"],
        ["date", "digest"], ["digest"], ["(request-target)", "host", "date"], ["date"],
        ["(request-target)", "host", "date", "content-type", "digest"],
    ]

    /// The list that the request itself names: `headers="(request-target) host date digest"`.
    private static func lists(named request: DiagnosisEvidence.Request) -> [[String]] {
        request.headers.compactMap { field in
            guard ["authorization", "signature"].contains(field.name.lowercased()),
                let start = ByteSearch.firstRange(of: Array("headers=\"".utf8), in: Array(field.value.utf8))?.upperBound
            else { return nil }
            let list = field.value.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "\"") }
            guard list.endIndex < field.value.utf8.endIndex else { return nil }
            return list.split(separator: UInt8(ascii: " ")).prefix(32)
                .map { String(decoding: $0, as: UTF8.self).lowercased() }
        }
    }

    /// A line for each name; nil when the request lacks one of them.
    private static func text(_ names: [String], _ request: DiagnosisEvidence.Request, digest: String) -> String? {
        var lines: [String] = []
        for name in names {
            switch name {
            case "(request-target)": lines.append("\(name): \(request.method.lowercased()) \(request.target)")
            case "digest": lines.append("digest: \(value("digest", in: request) ?? "SHA-256=\(digest)")")
            default:
                // The bank's own host stands for one that is not known.
                guard let value = value(name, in: request) ?? (name == "host" ? "demo.bank131.ru" : nil) else {
                    return nil
                }
                lines.append("\(name): \(value)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The signature base of RFC 9421 section 2.5, by the components that `Signature-Input` names.
    private static func signatureBase(_ request: DiagnosisEvidence.Request, digest: String) -> String? {
        guard let input = value("signature-input", in: request), let open = input.firstIndex(of: "("),
            let close = input[open...].firstIndex(of: ")")
        else { return nil }
        var lines: [String] = []
        for word in input[input.index(after: open)..<close].split(separator: " ").prefix(32) {
            let name = word.filter { $0 != "\"" }
            let component: String? =
                switch name {
                case "@method": request.method
                case "@path": String(request.target.prefix { $0 != "?" })
                case "@request-target": request.target
                case "@authority": value("host", in: request)
                case "content-digest": value(name, in: request) ?? "sha-256=:\(digest):"
                default: value(name, in: request)
                }
            guard let component else { return nil }
            lines.append("\"\(name)\": \(component)")
        }
        return (lines + ["\"@signature-params\": \(input[open...])"]).joined(separator: "\n")
    }

    private static func value(_ name: String, in request: DiagnosisEvidence.Request) -> String? {
        request.headers.first { $0.name.lowercased() == name && $0.value.utf8.count <= 4_096 }?.value
    }
}
