extension Contract {
    private static let ofEmbeddedVectors = Result { () throws(ContractError) in try Contract() }

    /// The contract of the embedded vectors, one for the whole process, so that each schema is compiled once.
    ///
    /// - Throws: an error when the embedded vectors can't be used.
    public static func embedded() throws(ContractError) -> Contract {
        try ofEmbeddedVectors.get()
    }
}
