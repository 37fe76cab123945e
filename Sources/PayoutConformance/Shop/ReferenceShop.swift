public import HTTPWire
public import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import Synchronization

/// The kit's own partner as a whole: takes orders, calls the bank, takes webhooks over HTTP, and keeps books.
///
/// It is what the partner suite is tried on: without faults it passes everything.
public final class ReferenceShop: Sendable {
    let faults: Set<ShopFault>
    let books = Mutex<[String: ShopOrder]>([:])
    let reference = ReferencePartner()
    let project: String
    let partnerKey: PrivateKey
    let bankKeyPEM: [UInt8]
    /// Whether a fault has stopped the shop.
    let isBroken = Atomic(false)
    private let server: HTTPServer
    private let door: ShopDoor
    private let bank: Mutex<(client: HTTPClient, url: HTTPURL?)>

    /// Opens the shop; it takes webhooks when the initialiser returns.
    ///
    /// - Throws: What keeps it from listening or from reading its keys.
    public init(
        project: String = "test_project",
        partnerKey: PrivateKey,
        bankKey: PublicKey,
        faults: Set<ShopFault> = []
    ) throws {
        self.project = project
        self.partnerKey = partnerKey
        self.faults = faults
        bankKeyPEM = try bankKey.pem()
        let client = HTTPClient(configuration: HTTPClientConfiguration(timeout: .seconds(10)))
        bank = Mutex((client, nil))
        let door = ShopDoor()
        self.door = door
        server = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 2)) { request, _ in
            door.answer(request)
        }
        door.open(to: self)
    }

    /// Where it takes webhooks.
    public var port: UInt16 { server.port }

    /// Tells the shop where the bank is.
    public func use(bankAt url: HTTPURL) {
        bank.withLock { $0.url = url }
    }

    /// Closes the shop.
    public func close() {
        bank.withLock { $0.client }.close()
        server.stop(within: .milliseconds(100))
    }

    func has(_ fault: ShopFault) -> Bool { faults.contains(fault) }

    /// What the bank answers to a request; nil when it is lost, or nothing that can be read.
    func send(_ request: HTTPRequest) -> BankAnswer? {
        let (client, url) = bank.withLock { $0 }
        guard let url, let response = try? client.send(request, to: url) else { return nil }
        let answer = BankAnswer(response)
        if answer == nil, has(.failsOnLostAnswers) { isBroken.store(true, ordering: .releasing) }
        return answer
    }

    /// Does something beside the answer to a webhook.
    func beside(_ work: @escaping @Sendable () -> Void) {
        try? WorkerThread.startDetached(name: "payoutkit-shop", work)
    }

    /// The books as the kit reads them.
    public var ledger: [UInt8] {
        let entries = books.withLock { $0.mapValues(\.json) }
        return JSONWriter()
            .write(.object(entries.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }))
    }
}

/// The handler of the shop's server, which exists before the shop does; it does not keep the shop alive.
private final class ShopDoor: Sendable {
    private struct Weak: Sendable {
        weak var shop: ReferenceShop?
    }

    private let inside = Mutex(Weak())

    func open(to shop: ReferenceShop) {
        inside.withLock { $0.shop = shop }
    }

    func answer(_ request: HTTPRequest) -> HTTPReply {
        inside.withLock { $0.shop }?.receive(request) ?? HTTPReply(HTTPResponse(status: 503))
    }
}
