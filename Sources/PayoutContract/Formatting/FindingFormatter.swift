import StrictJSON

/// Writes findings for people: place, message, rule, the line with carets, the pointer and the fix.
///
/// ```
/// payout.json:14:15: error: amount must be an integer in minor units, found 100.00  [AMOUNT.MINOR_UNITS]
///    14 |     "amount": 100.00,
///       |               ^^^^^^
///       = at /amount_details/amount of session/start/payout (v1)
///       = fix: write 10000 for 100 roubles
/// ```
///
/// Lines and columns count from 1, columns in Unicode scalars. Nothing of a message is ever sent raw to a terminal:
/// control characters are made visible. Personal data and secrets are hidden unless ``showsSensitive`` is set.
public struct FindingFormatter: Hashable, Sendable {
    /// Whether severities and carets are coloured by ANSI escape sequences.
    public var usesColor: Bool
    /// Whether personal data and secrets are shown.
    public var showsSensitive: Bool
    /// The columns that an excerpt may take, without the gutter; a longer line is cut around the carets.
    public var width: Int

    /// Creates a formatter.
    public init(usesColor: Bool = false, showsSensitive: Bool = false, width: Int = 100) {
        self.usesColor = usesColor
        self.showsSensitive = showsSensitive
        self.width = max(20, width)
    }

    /// All findings of a check, one after the other, each with a line end at its end; empty when there are none.
    ///
    /// - Parameter path: how the place is called: a file's path, or a name such as `<stdin>`.
    public func format(_ result: CheckResult, path: String) -> String {
        guard !result.findings.isEmpty else { return "" }
        let lines = TextLines(result.bytes)
        let hidden = showsSensitive ? [] : SensitiveData.hiddenRanges(in: result.bytes)
        var text = ""
        for finding in result.findings {
            text += format(finding, message: result.message, path: path, lines: lines, hidden: hidden)
        }
        if result.isTruncated { text += "\(VisibleText.of(path)): there are more findings\n" }
        return text
    }

    /// One finding in a text that need not be a message, such as a file that is checked for its syntax alone.
    ///
    /// - Parameter message: what the text was checked as; nil leaves the line with the pointer out.
    public func format(_ finding: Finding, in bytes: [UInt8], message: MessageType?, path: String) -> String {
        let hidden = showsSensitive ? [] : SensitiveData.hiddenRanges(in: bytes)
        return format(finding, message: message, path: path, lines: TextLines(bytes), hidden: hidden)
    }

    private func format(
        _ finding: Finding,
        message: MessageType?,
        path: String,
        lines: TextLines,
        hidden: [Range<Int>]
    ) -> String {
        let position = lines.position(at: finding.byteRange.lowerBound)
        let excerpt = Excerpt(of: finding.byteRange, in: lines, hidden: hidden, width: width)
        let number = String(excerpt.lineNumber)
        let gutter = String(repeating: " ", count: max(5, number.count + 1))
        let severity = color(finding.severity.rawValue, finding.severity, isBold: true)
        var text = "\(VisibleText.of(path)):\(position.line):\(position.column): \(severity): "
        text += "\(VisibleText.of(finding.message))  [\(finding.rule)]\n"
        text += "\(gutter.dropLast(number.count))\(number) |\(excerpt.line.isEmpty ? "" : " ")\(excerpt.line)\n"
        text += "\(gutter) | \(excerpt.indent)\(color(excerpt.carets, finding.severity, isBold: false))\n"
        if let message {
            let pointer = finding.pointer.description
            // A member's name may be anything, a card number too.
            let masked = SensitiveData.masked(text: pointer)
            let place = pointer.isEmpty ? "in" : "at \(VisibleText.of(showsSensitive ? pointer : masked)) of"
            text += "\(gutter) = \(place) \(message.displayName)\n"
        }
        if let fix = finding.fix { text += "\(gutter) = fix: \(VisibleText.of(fix))\n" }
        return text
    }

    private func color(_ text: String, _ severity: Severity, isBold: Bool) -> String {
        guard usesColor else { return text }
        let code =
            switch severity {
            case .error: 31
            case .warning: 33
            case .note: 36
            }
        return "\u{1B}[\(isBold ? "1;" : "")\(code)m\(text)\u{1B}[0m"
    }
}
