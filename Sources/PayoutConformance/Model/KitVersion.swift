/// The version of the kit.
public enum KitVersion {
    /// As `payoutkit --version` prints it.
    public static let text = "0.1.0"
}
