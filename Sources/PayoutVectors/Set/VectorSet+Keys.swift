extension VectorSet {
    /// The PEM text of a key under `keys/`, such as `public-test-key-partner.pem`.
    ///
    /// The keys are published, private ones included: they protect nothing, and say so in their names and first lines.
    ///
    /// - Throws: an error when there is no such key.
    public func key(named name: String) throws(VectorError) -> [UInt8] {
        try requiredBytes(at: "keys/\(name)")
    }
}
