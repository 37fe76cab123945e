import PayoutVectors

extension CommandDefinition {
    /// `payoutkit keys`: the public test keys.
    static let keys = CommandDefinition(
        "keys",
        summary: "Print the public test keys that the sandbox and the suites use by default",
        options: [
            OptionDefinition("--bank", help: "the key pair of the bank"),
            OptionDefinition("--partner", help: "the key pair of the partner"),
            OptionDefinition("--private", help: "the private half instead of the public one"),
        ],
        discussion: "Everybody has these keys. They sign nothing of worth, and no real project may use them."
    ) { arguments, console in
        guard arguments.has("--bank") != arguments.has("--partner") else {
            throw UsageError("keys takes one of --bank and --partner")
        }
        let owner = arguments.has("--bank") ? "bank" : "partner"
        let half = arguments.has("--private") ? "" : ".pub"
        console.write(try VectorSet.embedded.key(named: "public-test-key-\(owner)\(half).pem"))
        return .right
    }
}
