import PayoutConformance

extension CommandDefinition {
    /// `payoutkit doctor`: is the configuration right.
    static let doctor = CommandDefinition(
        "doctor",
        summary: "Look at a configuration before a suite runs: address, TLS, project, keys, clock, pauses",
        options: BankOptions.connection + KeyFile.passphraseOptions,
        discussion: """
            Asks the bank one signed question that changes nothing: the status of a session that does not exist. Every run of
            `conform bank` begins with the same question. Without --url the embedded sandbox is looked at.

            Exit codes: 0 everything is right (warnings allowed), 2 something is wrong.
            """
    ) { arguments, console in
        let diagnoses: [Diagnosis]
        if arguments.has("--url") {
            diagnoses = BankDoctor(try BankTarget(arguments, console: console)).examine()
        } else if let option = arguments.given.first {
            throw UsageError("\(option.name) says nothing without --url")
        } else {
            diagnoses = try EmbeddedBank().examine()
        }
        for diagnosis in diagnoses {
            console.print("\(diagnosis.verdict.rawValue)  \(diagnosis.part): \(diagnosis.sentence)")
            if let fix = diagnosis.fix { console.print("    \(fix)") }
        }
        return diagnoses.contains { $0.verdict == .wrong } ? .usage : .right
    }
}
