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

    /// What was found in the journal at the start; nil without one.
    public let resumption: Resumption?

    let desk: BankDesk
    let door: FrontDoor
    private let journal: Journal?
    private let server: HTTPServer
    private let isStopped = Atomic(false)

    /// Starts a sandbox; it listens when the initialiser returns.
    ///
    /// - Throws: ``SandboxError`` when the address cannot be listened on, or the contract or a test key cannot be read.
    public init(configuration: SandboxConfiguration = SandboxConfiguration()) throws(SandboxError) {
        self.configuration = configuration
        let opened = try configuration.journal.map { settings throws(SandboxError) in
            try OpenedJournal(settings, seed: configuration.seed, clock: configuration.clock)
        }
        journal = opened?.journal
        desk = try Self.desk(of: configuration, journal: opened?.journal)
        if let books = opened?.books { desk.resume(books) }
        resumption = opened?.summary
        let door = FrontDoor(desk: desk, journal: opened?.journal, configuration: configuration)
        self.door = door
        var serverConfiguration = configuration.server
        serverConfiguration.host = configuration.host
        serverConfiguration.port = configuration.port
        do throws(HTTPError) {
            server = try HTTPServer(configuration: serverConfiguration) { request, peer in
                door.answer(request, from: peer)
            }
            port = server.port
            url = try HTTPURL(Self.base(of: configuration, port: server.port))
        } catch {
            desk.stop(until: .now)
            let address = "\(configuration.host):\(configuration.port)"
            if error.code == .addressInUse {
                throw SandboxError(.addressInUse, "\(address) is in use by another program")
            }
            throw SandboxError(.cannotListen, "\(address) cannot be listened on: \(error.sentence)")
        }
    }

    deinit {
        stop(within: .zero)
    }

    /// Stops listening, lets the work at hand end, and drops what is not due yet.
    ///
    /// Further calls do nothing.
    ///
    /// - Parameter duration: How long it may take; what is not done by then is cut off.
    public func stop(within duration: Duration = .seconds(2)) {
        guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let deadline = Deadline.after(duration)
        server.stop(within: duration)
        desk.stop(until: deadline)
        journal?.close()
    }

    private static func desk(
        of configuration: SandboxConfiguration,
        journal: Journal?
    ) throws(SandboxError) -> BankDesk {
        let testKeys = try TestKeys()
        let projects = try ProjectDirectory(configuration.projects, testKeys: testKeys)
        let orders = OrderBook()
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
        let onDelivery = configuration.onDelivery
        let courier = Courier(
            projects: projects,
            orders: orders,
            sender: WebhookSender(client: client, otherKey: testKeys.other),
            schedule: configuration.schedule,
            concurrency: configuration.webhookConcurrency,
            clock: configuration.clock
        ) { delivery in
            journal?.write(delivery, at: configuration.clock.now)
            onDelivery?(delivery)
        }
        return BankDesk(
            seed: configuration.seed,
            clearingInterval: configuration.clearingInterval,
            clock: configuration.clock,
            projects: projects,
            reception: Reception(projects: projects, contract: try contract(of: configuration)),
            orders: orders,
            courier: courier,
            journal: journal
        )
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
    private static func base(of configuration: SandboxConfiguration, port: UInt16) -> String {
        let scheme = configuration.server.tls == nil ? "http" : "https"
        return switch configuration.host {
        case "0.0.0.0", "": "\(scheme)://127.0.0.1:\(port)/"
        case "::": "\(scheme)://[::1]:\(port)/"
        case let host where host.contains(":"): "\(scheme)://[\(host)]:\(port)/"
        case let host: "\(scheme)://\(host):\(port)/"
        }
    }
}
