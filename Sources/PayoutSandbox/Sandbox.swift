public import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import Synchronization

/// The bank on localhost: calls come in over HTTP, webhooks go out, no money moves.
///
/// It has threads of its own for the server, for the bank's own steps and for the webhooks; they end with ``stop(within:)``
/// or when the sandbox is let go.
public final class Sandbox: Sendable {
    /// The configuration as it was given.
    public let configuration: SandboxConfiguration
    /// The port that it listens on.
    public let port: UInt16
    /// The base URL for clients, such as `http://127.0.0.1:8131/`; paths begin with `api/v1/`.
    public let url: HTTPURL

    private let desk: BankDesk
    private let server: HTTPServer
    private let threads: Mutex<[WorkerThread]>

    /// Starts a sandbox; it listens when the initialiser returns.
    ///
    /// - Throws: ``SandboxError`` when the address cannot be listened on, or the contract or a test key cannot be read.
    public init(configuration: SandboxConfiguration = SandboxConfiguration()) throws(SandboxError) {
        self.configuration = configuration
        let keys = try TestKeys.filling(in: configuration)
        let reception = Reception(
            projects: [Project(name: configuration.project, partnerKey: keys.partner)],
            contract: try Self.contract(of: configuration),
            profile: configuration.profile,
            wrongKeys: keys.wrongKeys
        )
        // A connection each: one that the partner closes while it is idle would cost a failed attempt.
        let client = HTTPClient(
            configuration: HTTPClientConfiguration(
                connectTimeout: configuration.schedule.timeout,
                timeout: configuration.schedule.timeout,
                trust: configuration.webhookTrust,
                maximumIdleConnections: 0,
                userAgent: "payoutkit-sandbox"
            )
        )
        let courier = Courier(
            url: configuration.webhookURL,
            key: keys.bank,
            schedule: configuration.schedule,
            clock: configuration.clock,
            client: client,
            onDelivery: configuration.onDelivery
        )
        let desk = BankDesk(configuration: configuration, reception: reception, courier: courier)
        self.desk = desk

        var serverConfiguration = configuration.server
        serverConfiguration.host = configuration.host
        serverConfiguration.port = configuration.port
        do throws(HTTPError) {
            server = try HTTPServer(configuration: serverConfiguration) { request, peer in
                desk.answer(request, from: peer)
            }
        } catch {
            throw SandboxError(error.code == .addressInUse ? .addressInUse : .cannotListen, error.sentence)
        }
        port = server.port
        do throws(HTTPError) {
            let stepsThread = try desk.startSteps()
            threads = Mutex([stepsThread])
            let courierThread = try courier.start()
            threads.withLock { $0.append(courierThread) }
            url = try HTTPURL(Self.base(host: configuration.host, port: server.port))
        } catch {
            _ = desk.stopSteps(until: .now)
            _ = courier.stop(until: .now)
            server.stop(within: .zero)
            throw SandboxError(.noThread, error.sentence)
        }
    }

    deinit {
        stop(within: .zero)
    }

    /// Sends webhooks to another address from now on, those that wait for a further attempt included.
    ///
    /// - Parameter url: The address; nil to send none.
    public func setWebhookURL(_ url: HTTPURL?) {
        desk.courier.setURL(url)
    }

    /// The newest exchanges in the order of their answers, at most ``SandboxConfiguration/exchangeLimit``.
    public var exchanges: [Exchange] { desk.journal.exchanges }

    /// The newest 10,000 webhooks in the order of origin.
    public var deliveries: [Delivery] { desk.courier.deliveries }

    /// A session as it stands.
    public func session(id: String) -> SessionSnapshot? {
        desk.session(id: id).map(SessionSnapshot.init)
    }

    /// Stops listening, lets the work at hand end, and drops what is not due yet.
    ///
    /// Further calls do nothing.
    ///
    /// - Parameter duration: How long it may take; what is not done by then is cut off.
    public func stop(within duration: Duration = .seconds(2)) {
        let running = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        guard !running.isEmpty else { return }
        let deadline = Deadline.after(duration)
        server.stop(within: duration)
        let stepsEnded = desk.stopSteps(until: deadline)
        let courierEnded = desk.courier.stop(until: deadline)
        // A thread that is still at work ends by itself behind it; waiting for it would break the promise above.
        if stepsEnded, courierEnded {
            for thread in running { thread.join() }
        }
    }

    private static func contract(of configuration: SandboxConfiguration) throws(SandboxError) -> Contract {
        if let contract = configuration.contract { return contract }
        do throws(ContractError) {
            return try Contract.embedded()
        } catch {
            throw SandboxError(.contract, "the contract cannot be read: \(error)")
        }
    }

    /// The base URL; an address that means "every interface" is called by way of the loopback.
    private static func base(host: String, port: UInt16) -> String {
        switch host {
        case "0.0.0.0", "": "http://127.0.0.1:\(port)/"
        case "::": "http://[::1]:\(port)/"
        case let host where host.contains(":"): "http://[\(host)]:\(port)/"
        default: "http://\(host):\(port)/"
        }
    }
}
