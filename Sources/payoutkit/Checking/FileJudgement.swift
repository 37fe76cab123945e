import PayoutContract
import StrictJSON

/// What `check` knows of one file.
struct FileJudgement {
    /// How the file is called: its path, or `<stdin>`.
    let name: String
    let bytes: [UInt8]
    var findings: [Finding] = []
    /// Whether there are more findings than these.
    var isTruncated = false
    /// What the file was checked as, where it was checked as a message.
    var message: MessageType?
    /// How the file came to be checked as that message, such as `, a guess: --as names the message`.
    var remark = ""

    /// Whether there is no error.
    var isRight: Bool { !findings.contains { $0.severity == .error } }

    /// `PATH: ok`, or the first error.
    var quietLine: String {
        guard let finding = findings.first(where: { $0.severity == .error }) else { return "\(name): ok" }
        let position = TextLines(bytes).position(at: finding.byteRange.lowerBound)
        return "\(name):\(position): \(finding.message)  [\(finding.rule)]"
    }

    /// The verdict, the number of findings, and what the file was checked as.
    var lastLine: String {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        var parts: [String] = []
        if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
        if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
        if isTruncated { parts.append("and more") }
        let counts = parts.isEmpty ? "" : (isRight ? ", " : "") + parts.joined(separator: ", ")
        let checkedAs = message.map { " as \($0.displayName)" } ?? ""
        return "\(name): \(isRight ? "ok" : "")\(counts)\(checkedAs)\(remark)"
    }
}
