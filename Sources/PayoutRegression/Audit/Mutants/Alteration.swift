package import StrictJSON

/// One change of a keyword that makes another contract.
package struct Alteration: Hashable, Sendable {
    /// What was changed, as a clause: `without the name token`.
    package let name: String
    /// The value that the keyword has instead; nil where the keyword is gone.
    package let replacement: JSONTree?

    /// The keyword is gone.
    static let removed = Alteration("is gone", nil)

    init(_ name: String, _ replacement: JSONTree?) {
        self.name = name
        self.replacement = replacement
    }
}
