import PartnerSignature
import PayoutConformance

/// The signature of a report, beside it: whoever has the public key can tell that the report was not changed since.
///
/// It covers the bytes of one JSON report. It does not tell that the run took place, when, or against what.
struct ReportSeal {
    private let key: PrivateKey
    private let console: Console

    /// Reads the key that `--seal` names; nil without the option.
    init?(_ arguments: ParsedArguments, console: Console) throws {
        guard let path = arguments["--seal"] else { return nil }
        key = try KeyFile.privateKey(path, options: arguments, console: console)
        self.console = console
    }

    /// Writes `PATH.sig`, the bare signature that `openssl dgst -sha256 -verify` takes.
    func seal(_ report: [UInt8], at path: String) throws {
        try File.replace(path + ".sig", bytes: Base64.decode(try key.sign(report)))
        console.complain("sealed: openssl dgst -sha256 -verify KEY.pub.pem -signature \(path).sig \(path)")
    }
}
