import PayoutVectors
import VectorGeneration

extension CommandDefinition {
    /// `payoutkit vectors`: the golden cases.
    static let vectors = CommandDefinition(
        "vectors",
        summary: "List, show and export the golden cases, and make the generated ones again",
        subcommands: [.listVectors, .showVector, .exportVectors, .auditVectors, .regenerateVectors]
    )

    /// `payoutkit vectors regenerate`: makes what is made from other files.
    private static let regenerateVectors = CommandDefinition(
        "regenerate",
        summary: "Make again what is made from other files: signatures, API v2 and the cases of each constraint",
        options: [
            OptionDefinition(
                "--check",
                help: "write nothing; exit with 1 when a file differs from what would be written"
            ),
            OptionDefinition("--gaps", help: "also print the constraints for which no case can be made, and why"),
            OptionDefinition("--directory", .one("DIR"), help: "the package's folder (default: the current one)"),
        ],
        discussion: "The same keys and bodies give the same bytes: RSA PKCS#1 v1.5 has no randomness."
    ) { arguments, console in
        let directory = arguments["--directory"] ?? "."
        let vectors = try VectorSet(directory: directory + "/vectors")
        var status = ExitCode.right
        let made = try VectorGenerator.make(from: vectors)
        for file in made.files {
            let path = directory + "/" + file.path
            if File.exists(path), try File.read(path) == file.bytes {
                console.print("\(file.path): same")
            } else if arguments.has("--check") {
                console.print("\(file.path): differs; run payoutkit vectors regenerate")
                status = .wrong
            } else {
                try File.createFolders(to: path)
                try File.replaceAtOnce(path, bytes: file.bytes)
                console.print("\(file.path): written")
            }
        }
        for stale in made.stale {
            if arguments.has("--check") {
                console.print("\(stale): is not made any more; run payoutkit vectors regenerate")
                status = .wrong
            } else {
                try File.remove(directory + "/" + stale)
                console.print("\(stale): removed")
            }
        }
        if arguments.has("--gaps") {
            for gap in made.gaps { console.print("no case for \(gap.constraint): \(gap.reason)") }
        }
        return status
    }
}
