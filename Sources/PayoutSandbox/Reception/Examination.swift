import PartnerSignature
import PayoutContract

/// What the bank found out about a call before it looked into its books.
struct Examination: Sendable {
    /// Nil when the call did not get as far as its path, or the path is not served.
    var route: Route?
    /// The project that called, nil when it is not known.
    var project: ProjectDirectory.Entry?
    /// Nil when no signature was looked at.
    var signature: SignatureVerdict?
    /// Everything there is to say about the request, also when it is accepted.
    var findings: [Finding] = []
    var idempotencyKey: String?
    var instruction: Result<Instruction, Refusal>

    /// The behaviour that an order wants for this call alone.
    var orderedBehaviour: BankBehaviour?

    /// How the bank behaves towards the caller.
    var behaviour: BankBehaviour { orderedBehaviour ?? project?.behaviour ?? BankBehaviour() }

    /// The caller, as the books need it.
    var caller: Caller {
        Caller(
            project: project?.name ?? "",
            behaviour: behaviour,
            version: route?.version ?? .v1,
            operation: route?.operation.path ?? "",
            idempotencyKey: idempotencyKey
        )
    }
}
