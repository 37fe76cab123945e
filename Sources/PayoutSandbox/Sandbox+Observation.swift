import HTTPWire
package import PartnerSignature
import PayoutContract

extension Sandbox {
    /// The newest exchanges in the order of their answers, at most ``SandboxConfiguration/exchangeLimit``.
    public var exchanges: [Exchange] { door.recent.all }

    /// The newest 10,000 webhooks in the order of origin.
    public var deliveries: [Delivery] { desk.courier.deliveries }

    /// Keys with which the partner of a project may sign by mistake; none where there is no such project.
    package func wrongKeys(of project: String) -> [DiagnosisEvidence.NamedKey] {
        desk.projects.entry(named: project)?.wrongKeys(desk.projects.publishedKeys) ?? []
    }

    /// A session as it stands.
    public func session(id: String) -> SessionSnapshot? {
        desk.session(id: id).map(SessionSnapshot.init)
    }

    /// The sessions as they stand, in the order of their ids; of those that have ended, the newest 50,000.
    public var sessions: [SessionSnapshot] { desk.sessions.map(SessionSnapshot.init) }
}
