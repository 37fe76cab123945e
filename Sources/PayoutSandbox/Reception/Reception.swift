import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// Looks at calls before the bank's books are opened; it has no state, so calls are examined side by side.
///
/// The order is that in which the bank lists its errors (reference/errors): project, signature, rights, request. State and
/// business come after it.
struct Reception: Sendable {
    private let projects: ProjectDirectory
    private let contract: Contract
    let routes: RouteTable

    init(projects: ProjectDirectory, contract: Contract) {
        self.projects = projects
        self.contract = contract
        routes = RouteTable(contract: contract)
    }

    func examine(_ call: Call) -> Examination {
        var examination = Examination(instruction: .failure(Refusal(.internalError, status: 500, "not examined")))
        do throws(Refusal) {
            examination.instruction = .success(try examine(call, &examination))
        } catch {
            examination.instruction = .failure(error)
            examination.findings += [Finding(error)].compactMap(\.self)
        }
        return examination
    }

    private func examine(_ call: Call, _ examination: inout Examination) throws(Refusal) -> Instruction {
        let project = try identify(call)
        examination.project = project
        try authenticate(call, project, &examination)
        let route = try routes.route(call.path)
        examination.route = route
        try authorize(call, route, project)
        try checkMethod(call, route)
        try checkContentType(call)
        examination.idempotencyKey = try idempotencyKey(call)
        let result = try check(call.body, as: route.request, project.behaviour.profile)
        examination.findings = result.findings
        guard result.isAccepted, let document = result.document else { throw Self.refusal(for: result.findings) }
        return try RequestReader(route: route).read(document.root)
    }

    private func identify(_ call: Call) throws(Refusal) -> ProjectDirectory.Entry {
        func refusal(_ sentence: String) -> Refusal {
            Refusal(.identificationError, status: 401, rule: "HEADER.PROJECT", "\(sentence) [HEADER.PROJECT]")
        }
        guard let name = call.projects.first, !name.isEmpty else { throw refusal("X-PARTNER-PROJECT is missing") }
        guard call.projects.count == 1 else { throw refusal("X-PARTNER-PROJECT stands more than once") }
        guard let project = projects.entry(named: name) else {
            throw refusal("The project in X-PARTNER-PROJECT is not known")
        }
        return project
    }

    private func authenticate(
        _ call: Call,
        _ project: ProjectDirectory.Entry,
        _ examination: inout Examination
    ) throws(Refusal) {
        guard let value = call.signatures.first else { throw .badSignature("SIG.PRESENT", "X-PARTNER-SIGN is missing") }
        guard call.signatures.count == 1 else {
            throw .badSignature("SIG.PRESENT", "X-PARTNER-SIGN stands more than once")
        }
        let verdict = project.partnerKey.verify(value, over: call.body)
        examination.signature = verdict
        if let fault = verdict.fault {
            let keys = project.wrongKeys(projects.publishedKeys)
            throw .badSignature(fault, value: value, call: call, key: project.partnerKey, wrongKeys: keys)
        }
    }

    private func authorize(_ call: Call, _ route: Route, _ entry: ProjectDirectory.Entry) throws(Refusal) {
        let project = entry.draft.project
        func refusal(_ sentence: String) -> Refusal { Refusal(.authorizationError, status: 403, sentence) }
        if let rights = project.rights, !rights.contains(route.operation) {
            throw refusal("The project has no right to \(route.operation.path)")
        }
        guard !project.submerchants.isEmpty else { return }
        guard let name = call.submerchants.first else { throw refusal("X-PARTNER-SUBMERCHANT is missing") }
        guard call.submerchants.count == 1 else { throw refusal("X-PARTNER-SUBMERCHANT stands more than once") }
        guard project.submerchants.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
            throw refusal("The submerchant in X-PARTNER-SUBMERCHANT does not belong to the project")
        }
    }

    private func checkMethod(_ call: Call, _ route: Route) throws(Refusal) {
        guard call.method != "POST" else { return }
        var refusal = Refusal(
            .invalidRequest,
            status: 405,
            rule: "METHOD.POST",
            "\(route.path) takes POST only [METHOD.POST]"
        )
        refusal.allowedMethod = "POST"
        throw refusal
    }

    private func idempotencyKey(_ call: Call) throws(Refusal) -> String? {
        guard call.idempotencyKeys.count <= 1 else {
            throw Refusal(.invalidRequest, "X-PARTNER-IDEMPOTENCY-KEY stands more than once")
        }
        return call.idempotencyKeys.first
    }

    private func checkContentType(_ call: Call) throws(Refusal) {
        func refusal(_ sentence: String) -> Refusal {
            Refusal(.invalidRequest, rule: "HEADER.CONTENT_TYPE", "\(sentence) [HEADER.CONTENT_TYPE]")
        }
        guard let value = call.contentTypes.first else { throw refusal("Content-Type is missing") }
        guard call.contentTypes.count == 1 else { throw refusal("Content-Type stands more than once") }
        // Parameters such as charset=utf-8 change nothing: JSON is UTF-8 in any case.
        let mediaType = value.utf8.prefix { $0 != UInt8(ascii: ";") }
        let trimmed = String(decoding: mediaType, as: UTF8.self).split(separator: " ").joined()
        guard trimmed.lowercased() == "application/json" else { throw refusal("Content-Type is not application/json") }
    }

    /// A contract that can't be used is a fault of this side, and the caller is told so.
    private func check(
        _ body: [UInt8],
        as message: MessageType,
        _ profile: Profile
    ) throws(Refusal) -> CheckResult {
        do throws(ContractError) {
            return try contract.check(body, as: message, profile: profile)
        } catch {
            throw Refusal(.internalError, status: 500, "The contract cannot be used: \(error.description)")
        }
    }

    /// The refusal for a body that breaks the contract; it names place and rule of the first breach.
    private static func refusal(for findings: [Finding]) -> Refusal {
        let errors = findings.filter { $0.severity == .error }
        guard let first = errors.first else { return Refusal(.invalidRequest, "Invalid request") }
        let place = first.pointer == .root ? "" : ", at \(first.pointer.description)"
        let others =
            switch errors.count {
            case 1: ""
            case 2: ", and one more breach of the contract"
            default: ", and \(errors.count - 1) more breaches of the contract"
            }
        // The finding itself is in the list already, so the refusal brings no rule of its own.
        return Refusal(.invalidRequest, "\(first.message)\(place) [\(first.rule.rawValue)]\(others)")
    }
}
