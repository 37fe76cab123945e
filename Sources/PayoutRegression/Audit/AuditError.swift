/// Why an audit could not be made.
public struct AuditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sentence that names the file or the cases.
    public let description: String

    /// Does work on the vectors; what is wrong with them becomes an error of this type.
    static func wrapping<Result, Cause: Error & CustomStringConvertible>(
        _ work: () throws(Cause) -> Result
    ) throws(AuditError) -> Result {
        do throws(Cause) {
            return try work()
        } catch {
            throw AuditError(description: error.description)
        }
    }
}
