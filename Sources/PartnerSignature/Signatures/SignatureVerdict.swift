/// What a verification found.
public enum SignatureVerdict: Hashable, Sendable {
    /// The signature was made with the private half of the key over exactly these bytes.
    case valid
    /// It was not, for this reason.
    case invalid(SignatureFault)

    /// Whether the signature is valid.
    public var isValid: Bool {
        self == .valid
    }

    /// Why the signature is not valid; nil when it is.
    public var fault: SignatureFault? {
        guard case .invalid(let fault) = self else { return nil }
        return fault
    }
}
