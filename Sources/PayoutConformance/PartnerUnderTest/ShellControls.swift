import HTTPWire
import StrictJSON
import Synchronization

/// A partner that is asked by shell commands, or by posting to a URL.
final class ShellControls: PartnerControls {
    /// The command that runs, which must not outlive the run.
    private struct Running {
        var child: ChildProcess?
        var isClosed = false
    }

    private let commands: PartnerCommands
    /// The variables of every command, without that of the order.
    private let environment: [String: String]
    private let folder: ScratchFolder
    private let client: HTTPClient
    private let running = Mutex(Running())

    init(commands: PartnerCommands, environment: [String: String], folder: ScratchFolder) {
        self.commands = commands
        self.environment = environment
        self.folder = folder
        client = HTTPClient(configuration: HTTPClientConfiguration(maximumIdleConnections: 0))
    }

    /// Ends the command that runs, and removes the files.
    func close() {
        let child = running.withLock { running in
            running.isClosed = true
            return running.child
        }
        child?.kill()
        client.close()
        folder.remove()
    }

    var canCancel: Bool { commands.cancel != nil }
    var hasLedger: Bool { commands.ledger != nil }

    func start(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        switch commands.start {
        case .command(let command): run(command, order, until: deadline)
        case .url(let url): post(order, to: url, until: deadline)
        }
    }

    func cancel(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        run(commands.cancel ?? "false", order, until: deadline)
    }

    func ledger(_ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        run(commands.ledger ?? "false", order, until: deadline)
    }

    private func run(_ command: String, _ order: PartnerOrder, until deadline: Deadline) -> ControlAnswer {
        var environment = environment
        do throws(ProcessError) {
            environment["PAYOUT_ORDER_FILE"] = try folder.write(
                JSONWriter().write(order.json),
                to: order.orderID + ".json"
            )
            let child = try ChildProcess(ProcessCommand("/bin/sh", ["-c", command]), environment: environment)
            hold(child)
            defer { running.withLock { $0.child = nil } }
            let (output, end) = child.finish(until: deadline)
            return ControlAnswer(end: .init(end), output: output)
        } catch {
            return ControlAnswer(end: .failed(error.description))
        }
    }

    /// Keeps a command for ``close()``, which may have come while it was started: then it is ended at once.
    func hold(_ child: ChildProcess) {
        let isClosed = running.withLock { running in
            running.child = child
            return running.isClosed
        }
        if isClosed { child.kill() }
    }

    private func post(_ order: PartnerOrder, to url: HTTPURL, until deadline: Deadline) -> ControlAnswer {
        let request = HTTPRequest(
            method: "POST",
            target: url.target,
            headers: ["Content-Type": "application/json"],
            body: JSONWriter().write(order.json)
        )
        do throws(HTTPError) {
            let response = try client.send(request, to: url, timeout: deadline.remaining)
            let isAccepted = (200...299).contains(response.status)
            return ControlAnswer(
                end: isAccepted ? .done : .failed("it answered with HTTP \(response.status)"),
                output: response.body
            )
        } catch {
            return ControlAnswer(
                end: error.code == .timeout ? .timedOut : .failed("it gave no answer: \(error.sentence)")
            )
        }
    }
}

extension ControlAnswer.End {
    /// What the end of a command says; nil is a command that had to be ended at its deadline.
    fileprivate init(_ end: ProcessEnd?) {
        switch end {
        case .exited(0): self = .done
        case .some(let end): self = .failed(end.description)
        case nil: self = .timedOut
        }
    }
}
