/// Names that look like keywords and are none: ignoring them would change verdicts without a word.
enum NearMiss {
    /// Why a name that is no keyword must not be ignored, or nil when it is a plain annotation.
    static func reason(for name: String) -> String? {
        if let reason = formerKeywords[name] { return reason }
        let bytes = Array(name.utf8)
        guard bytes.count <= 24, !name.hasPrefix("x-") else { return nil }
        for keyword in checked where abs(keyword.lowercased.count - bytes.count) <= 1 {
            if resembles(lowercased(bytes), keyword.lowercased) {
                return "is no keyword, but looks like \(keyword.name)"
            }
        }
        return nil
    }

    /// Keywords of draft 3 to 2019-09 that 2020-12 gives no meaning.
    private static let formerKeywords: [String: String] = [
        "id": "is a keyword of draft 4: write $id",
        "dependencies": "is a keyword of draft 7: write dependentRequired or dependentSchemas",
        "additionalItems": "is a keyword of draft 2019-09: write items beside prefixItems",
        "$recursiveRef": "is a keyword of draft 2019-09: write $dynamicRef",
        "$recursiveAnchor": "is a keyword of draft 2019-09: write $dynamicAnchor",
        "divisibleBy": "is a keyword of draft 3: write multipleOf",
        "disallow": "is a keyword of draft 3: write not",
        "extends": "is a keyword of draft 3: write allOf",
        "ref": "is no keyword, but looks like $ref",
        "dynamicRef": "is no keyword, but looks like $dynamicRef",
        "anchor": "is no keyword, but looks like $anchor",
        "dynamicAnchor": "is no keyword, but looks like $dynamicAnchor",
        "defs": "is no keyword, but looks like $defs",
    ]

    /// Keywords whose loss would change a verdict or break a reference.
    private static let checked: [(name: String, lowercased: [UInt8])] = Keyword.allCases.compactMap { keyword in
        switch keyword.vocabulary {
        case .metaData, .content: return nil
        default: break
        }
        switch keyword {
        case .comment, .definitions, .format: return nil
        default: return (keyword.rawValue, lowercased(Array(keyword.rawValue.utf8)))
        }
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Whether two texts are equal or one typing mistake apart.
    ///
    /// Among short words one letter makes too many others (`not` and `note`): there only two letters that changed
    /// places count.
    private static func resembles(_ text: [UInt8], _ keyword: [UInt8]) -> Bool {
        if text == keyword { return true }
        let prefix = zip(text, keyword).prefix { $0 == $1 }.count
        let suffix = zip(text.reversed(), keyword.reversed()).prefix { $0 == $1 }.count
        if text.count == keyword.count {
            let first = prefix
            let last = text.count - suffix - 1
            if last == first + 1, text[first] == keyword[last], text[last] == keyword[first] { return true }
            return keyword.count > 4 && first == last
        }
        return keyword.count > 4 && prefix + suffix >= min(text.count, keyword.count)
    }
}
