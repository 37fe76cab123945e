import StrictJSON

/// A command of the harness protocol, version 1.
enum BowtieRequest {
    /// Says which version of the protocol the other side speaks.
    case start(version: JSONNumber)
    /// Names the dialect of schemas without `$schema`.
    case dialect(uri: String)
    /// Asks for the verdicts of one case; the sequence value comes back as it is.
    case run(sequence: JSONValue, testCase: JSONValue)
    /// Ends the session.
    case stop

    /// Reads a line.
    ///
    /// Duplicate names are allowed, as RFC 8259 allows them: they may be what a case is about.
    ///
    /// - Throws: `BowtieFault` when the line is no JSON or no command.
    init(_ line: NDJSONLine) throws(BowtieFault) {
        func fault(_ reason: String) -> BowtieFault { BowtieFault(line: line.number, reason: reason) }
        let command: JSONValue
        do {
            command = try line.document(policy: .rfc8259).root
        } catch {
            throw fault("not a JSON text, at offset \(error.offset): \(error.code)")
        }
        guard let name = command["cmd"]?.string else { throw fault("no command: cmd is missing") }
        switch name {
        case "start":
            guard let version = command["version"]?.number else { throw fault("start needs the number version") }
            self = .start(version: version)
        case "dialect":
            guard let uri = command["dialect"]?.string else { throw fault("dialect needs the string dialect") }
            self = .dialect(uri: uri)
        case "run":
            guard let sequence = command["seq"], let testCase = command["case"] else {
                throw fault("run needs seq and case")
            }
            self = .run(sequence: sequence, testCase: testCase)
        case "stop":
            self = .stop
        default:
            throw fault("unknown command; known are start, dialect, run and stop")
        }
    }
}
