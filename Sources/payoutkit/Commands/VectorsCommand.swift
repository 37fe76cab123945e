import PayoutRegression
import PayoutVectors
import VectorGeneration

extension CommandDefinition {
    /// `payoutkit vectors`: the golden cases.
    static let vectors = CommandDefinition(
        "vectors",
        summary: "Work on the golden cases",
        subcommands: [.auditVectors, .regenerateVectors]
    )

    /// `payoutkit vectors regenerate`: makes what is made from other files.
    private static let regenerateVectors = CommandDefinition(
        "regenerate",
        summary: "Make the signature vectors, the generated cases and the table of embedded files again",
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
        let made = try VectorGenerator.made(from: vectors)
        for file in made.files {
            let path = directory + "/" + file.path
            if File.exists(path), try File.read(path) == file.bytes {
                console.print("\(file.path): same")
            } else if arguments.has("--check") {
                console.print("\(file.path): differs; run payoutkit vectors regenerate")
                status = .wrong
            } else {
                try File.createFolders(to: path)
                try File.replace(path, bytes: file.bytes)
                console.print("\(file.path): written")
            }
        }
        for path in made.stalePaths(in: vectors) {
            if arguments.has("--check") {
                console.print("\(path): is not made any more; run payoutkit vectors regenerate")
                status = .wrong
            } else {
                try File.remove(directory + "/" + path)
                console.print("\(path): removed")
            }
        }
        if arguments.has("--gaps") {
            for gap in made.gaps { console.print("no case for \(gap.constraint): \(gap.reason)") }
        }
        return status
    }
}
