/// A URI or a relative reference, taken apart as RFC 3986 appendix B does.
package struct URIReference: Hashable, Sendable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    package private(set) var fragment: String?

    /// Takes `text` apart; every text has a decomposition, so this checks nothing.
    package init(_ text: String) {
        var rest = text.utf8[...]
        if let hash = rest.firstIndex(of: 0x23) {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: 0x3F) {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(where: { $0 == 0x3A || $0 == 0x2F }), rest[colon] == 0x3A,
            URIReference.isScheme(rest[..<colon])
        {
            scheme = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        if rest.starts(with: [0x2F, 0x2F]) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: 0x2F) ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest) ?? ""
    }

    static func isScheme(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first, URISyntax.isLetter(first) else { return false }
        return text.allSatisfy {
            URISyntax.isLetter($0) || URISyntax.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        }
    }

    /// The reference resolved against `base` (RFC 3986 section 5.2.2).
    package func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme != nil {
            target.path = URIReference.removingDotSegments(path)
            return target
        }
        target.scheme = base.scheme
        if authority != nil {
            target.path = URIReference.removingDotSegments(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
            return target
        }
        target.path = URIReference.removingDotSegments(path.utf8.first == 0x2F ? path : merged(with: base))
        return target
    }

    private func merged(with base: URIReference) -> String {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: 0x2F) else { return path }
        return String(base.path[...slash]) + path
    }

    /// RFC 3986 section 5.2.4.
    private static func removingDotSegments(_ path: String) -> String {
        guard path.utf8.contains(0x2E) else { return path }
        let isAbsolute = path.utf8.first == 0x2F
        var segments: [Substring.UTF8View] = []
        let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if isAbsolute, index == 0 { continue }
            let isLast = index == parts.count - 1
            if part.elementsEqual([0x2E]) {
                if isLast { segments.append(part.prefix(0)) }
            } else if part.elementsEqual([0x2E, 0x2E]) {
                _ = segments.popLast()
                if isLast { segments.append(part.prefix(0)) }
            } else {
                segments.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + segments.map { String(Substring($0)) }.joined(separator: "/")
    }

    package var withoutFragment: URIReference {
        var copy = self
        copy.fragment = nil
        return copy
    }

    /// The text of the reference (RFC 3986 section 5.3), the scheme in small letters.
    package var text: String {
        var text = ""
        if let scheme { text += scheme.lowercased() + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// The bytes of a text with its percent-encoded bytes decoded, or nil when an encoding is malformed or gives no
    /// UTF-8.
    package static func percentDecoded(_ text: String) -> String? {
        guard text.utf8.contains(0x25) else { return text }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(URISyntax.hexValue),
                let low = rest.popFirst().flatMap(URISyntax.hexValue)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
