import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// Looks at calls before the bank's books are opened; it has no state, so calls are examined side by side.
///
/// The order is that in which the bank lists its errors (reference/errors): project, signature, request. State and business
/// come after it.
struct Reception: Sendable {
    private let projects: [String: Project]
    private let contract: Contract
    private let profile: Profile
    /// Keys that a partner may sign with by mistake.
    private let wrongKeys: [DiagnosisEvidence.NamedKey]

    init(
        projects: [Project],
        contract: Contract,
        profile: Profile,
        wrongKeys: [DiagnosisEvidence.NamedKey] = []
    ) {
        self.wrongKeys = wrongKeys
        self.projects = Dictionary(projects.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.contract = contract
        self.profile = profile
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
        examination.signature = try authenticate(call, project)
        let route = try Route(path: call.path)
        examination.route = route
        guard call.method == "POST" else {
            var refusal = Refusal(
                .invalidRequest,
                status: 405,
                rule: "METHOD.POST",
                "\(route.path) takes POST only [METHOD.POST]"
            )
            refusal.allowedMethod = "POST"
            throw refusal
        }
        try checkContentType(call)
        let result = try check(call.body, as: route.request)
        examination.findings = result.findings
        guard result.isAccepted, let document = result.document else { throw Self.refusal(for: result.findings) }
        return try RequestReader(route: route).read(document.root)
    }

    private func identify(_ call: Call) throws(Refusal) -> Project {
        func refusal(_ sentence: String) -> Refusal {
            Refusal(.identificationError, status: 401, rule: "HEADER.PROJECT", "\(sentence) [HEADER.PROJECT]")
        }
        guard let name = call.projects.first, !name.isEmpty else { throw refusal("X-PARTNER-PROJECT is missing") }
        guard call.projects.count == 1 else { throw refusal("X-PARTNER-PROJECT stands more than once") }
        // Strings that look the same can differ in their bytes, and values of headers are compared exactly.
        guard let project = projects[name], project.name.utf8.elementsEqual(name.utf8) else {
            throw refusal("The project in X-PARTNER-PROJECT is not known")
        }
        return project
    }

    private func authenticate(_ call: Call, _ project: Project) throws(Refusal) -> SignatureVerdict {
        func refusal(_ rule: RuleID, _ sentence: String) -> Refusal {
            Refusal(.authenticationError, status: 401, rule: rule, "\(sentence) [\(rule.rawValue)]")
        }
        guard let value = call.signatures.first else { throw refusal("SIG.PRESENT", "X-PARTNER-SIGN is missing") }
        guard call.signatures.count == 1 else { throw refusal("SIG.PRESENT", "X-PARTNER-SIGN stands more than once") }
        let verdict = project.partnerKey.verify(value, over: call.body)
        if let fault = verdict.fault {
            let cause = diagnose(call, value, project).map { ": \($0.sentence)" } ?? ""
            throw refusal(RuleID(rawValue: fault.rule), "X-PARTNER-SIGN: \(fault.sentence)\(cause)")
        }
        return verdict
    }

    /// Finds out why a signature fails; nil when nothing is found that the fault does not say.
    private func diagnose(_ call: Call, _ value: String, _ project: Project) -> SignatureDiagnosis? {
        let diagnosis = SignatureDiagnosis.explain(
            value,
            over: call.body,
            key: project.partnerKey,
            evidence: DiagnosisEvidence(
                otherKeys: wrongKeys,
                request: DiagnosisEvidence.Request(method: call.method, target: call.path)
            ),
            budget: .small
        )
        return diagnosis.mistakes.isEmpty ? nil : diagnosis
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
    private func check(_ body: [UInt8], as message: MessageType) throws(Refusal) -> CheckResult {
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
