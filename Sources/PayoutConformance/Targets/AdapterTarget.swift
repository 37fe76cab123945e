public import PayoutContract

/// A partner's own code, reached through a program that speaks the protocol of adapters.
public struct AdapterTarget: SuiteTarget {
    /// The program and its arguments.
    public var command: ProcessCommand
    /// How long one answer may take.
    public var deadline: Duration
    /// The contract that bodies are held against; nil for the embedded one.
    public var contract: Contract?

    /// Creates a target.
    public init(command: ProcessCommand, deadline: Duration = .seconds(5)) {
        self.command = command
        self.deadline = deadline
    }

    /// The words of the command.
    public var name: String { "adapter \(command)" }

    /// Starts the program and asks what it can do.
    public func connect() throws(PreflightError) -> any TargetConnection {
        let program = AdapterProgram(command, deadline: deadline)
        do throws(AdapterFault) {
            let greeting = try program.greet()
            return AdapterConnection(program, operations: greeting.operations, deadline: deadline, contract: contract)
        } catch {
            program.close()
            throw PreflightError(
                code: .adapter,
                sentence: "The adapter \(error.clause).",
                fix:
                    #"Answer {"id":0,"op":"hello","protocol":1} with {"id":0,"name":"...","ops":["sign",...]} in one line."#
            )
        }
    }
}

/// A partner's own code in this process.
public struct InProcessPartner: SuiteTarget {
    /// The parts under test.
    public var parts: PartnerParts
    /// The contract that bodies are held against; nil for the embedded one.
    public var contract: Contract?

    /// Creates a target.
    public init(_ parts: PartnerParts, contract: Contract? = nil) {
        self.parts = parts
        self.contract = contract
    }

    /// The name of the parts.
    public var name: String { parts.name }

    /// Takes the parts as they are: there is nothing to start.
    public func connect() throws(PreflightError) -> any TargetConnection {
        AdapterConnection(parts, contract: contract)
    }
}
