import PartnerSignature
import PayoutVectors

/// What `verify --explain` was asked for.
struct ExplanationRequest {
    enum Format: String, CaseIterable {
        case text
        case json
    }

    private let evidence: DiagnosisEvidence
    private let format: Format
    private let signedPath: String?

    /// The options that make sense together with `--explain` alone.
    private static let options = ["--also-key", "--path", "--header", "--also-body", "--signed-out", "--format"]

    /// Reads the options; nil when no explanation is asked for.
    init?(_ arguments: ParsedArguments, console: Console) throws {
        guard arguments.has("--explain") else {
            if let option = Self.options.first(where: { arguments.has($0) }) {
                throw UsageError("\(option) needs --explain")
            }
            return nil
        }
        format = try arguments.choice("--format", of: Format.self) ?? .text
        signedPath = arguments["--signed-out"]
        if let signedPath, File.exists(signedPath) {
            throw FileError(path: signedPath, reason: "exists already and is not overwritten")
        }
        var evidence = DiagnosisEvidence()
        for path in arguments.all("--also-key") {
            evidence.otherKeys.append(.init(name: path, key: try KeyFile.publicKey(path, console: console)))
        }
        evidence.otherKeys += try Self.testKeys()
        for path in arguments.all("--also-body") { evidence.otherBodies.append((path, try console.read(path))) }
        evidence.request = try Self.request(arguments)
        self.evidence = evidence
    }

    /// Prints what was found.
    func explain(
        _ verdict: SignatureVerdict,
        signature: String,
        body: KeptBody,
        key: PublicKey,
        on console: Console
    ) throws -> ExitCode {
        guard let bytes = body.bytes else {
            console.print(verdict.fault.map { "invalid: \($0)" } ?? "valid")
            console.complain("the body is larger than 64 MiB: it was verified, and no cause was looked for")
            return verdict.isValid ? .right : .wrong
        }
        let diagnosis = SignatureDiagnosis.explain(signature, over: bytes, key: key, evidence: evidence)
        switch format {
        case .text: console.print(DiagnosisText(diagnosis, received: bytes).description)
        case .json: console.write(DiagnosisJSON(diagnosis, received: bytes).bytes)
        }
        if let fault = diagnosis.fault { console.warn(about: fault) }
        if let signedPath { try writeSigned(diagnosis, to: signedPath, console) }
        return diagnosis.fault == nil ? .right : .wrong
    }

    private func writeSigned(_ diagnosis: SignatureDiagnosis, to path: String, _ console: Console) throws {
        guard case .explained(let explanation) = diagnosis.conclusion, let signed = explanation.signed else {
            console.complain("\(path) is not written: the bytes that were signed are not known")
            return
        }
        try File.create(path, mode: 0o600, bytes: signed)
    }

    /// The published keys, with which nobody should sign anything real.
    private static func testKeys() throws -> [DiagnosisEvidence.NamedKey] {
        try [("partner", "the partner's"), ("bank", "the bank's"), ("other", "the third")]
            .map { name, owner in
                let pem = try VectorSet.embedded.key(named: "public-test-key-\(name).pub.pem")
                return DiagnosisEvidence.NamedKey(name: "\(owner) public test key", key: try PublicKey(pem: pem))
            }
    }

    private static func request(_ arguments: ParsedArguments) throws(UsageError) -> DiagnosisEvidence.Request? {
        var headers: [(name: String, value: String)] = []
        for field in arguments.all("--header") {
            guard let colon = field.firstIndex(of: ":"), colon > field.startIndex else {
                throw UsageError("--header takes NAME:VALUE, such as Date:..., not \(field)")
            }
            headers.append((String(field[..<colon]), String(field[field.index(after: colon)...].drop { $0 == " " })))
        }
        guard let path = arguments["--path"] else {
            guard headers.isEmpty else { throw UsageError("--header needs --path") }
            return nil
        }
        return DiagnosisEvidence.Request(target: path, headers: headers)
    }
}
