import HTTPWire
import PayoutContract

extension Sandbox {
    /// The newest exchanges in the order of their answers, at most ``SandboxConfiguration/exchangeLimit``.
    public var exchanges: [Exchange] { door.recent.all }

    /// The newest 10,000 webhooks in the order of origin.
    public var deliveries: [Delivery] { desk.courier.deliveries }

    /// A session as it stands.
    public func session(id: String) -> SessionSnapshot? {
        desk.session(id: id).map(SessionSnapshot.init)
    }

    /// The sessions as they stand, in the order of their ids; of those that have ended, the newest 50,000.
    public var sessions: [SessionSnapshot] { desk.sessions.map(SessionSnapshot.init) }
}
