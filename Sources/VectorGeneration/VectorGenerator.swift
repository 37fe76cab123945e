import StrictJSON

/// Makes the files that can be made from others, so that they can be compared byte for byte.
public enum VectorGenerator {
    /// Makes the case files of `vectors/signatures`.
    ///
    /// RSASSA-PKCS1-v1_5 has no randomness, and where a refused signature needs some (PSS) it is fixed. So the same
    /// keys always give the same bytes.
    ///
    /// - Parameter bodies: The bodies of messages that every implementation has to sign and verify.
    /// - Throws: `VectorGenerationError` when a key cannot sign or OpenSSL lacks a digest algorithm.
    public static func signatureFiles(
        keys: SignatureKeys,
        golden bodies: [GoldenBody]
    ) throws(VectorGenerationError) -> [GeneratedFile] {
        let forge = SignatureForge(keys: keys)
        return [
            file("bodies", try BodyCases.make(with: forge)),
            file("bytes", try OtherBytesCases.make(with: forge)),
            file("contents", try ContentCases.make(with: forge)),
            file("foreign", try ForeignCases.make(with: forge)),
            file("golden", try GoldenCases.make(of: bodies, with: forge)),
            file("keys", try KeyCases.make(with: forge)),
            file("numbers", try NumberCases.make(with: forge)),
            file("paddings", try PaddingCases.make(with: forge)),
            file("schemes", try SchemeCases.make(with: forge)),
            file("tampered", try TamperedCases.make(with: forge)),
            file("texts", try TextCases.make(with: forge)),
        ]
    }

    private static func file(_ name: String, _ cases: [SignatureCaseRecord]) -> GeneratedFile {
        let tree: JSONTree = [
            "format": 1,
            "kind": "signature",
            "count": .number(JSONNumber(cases.count)),
            "cases": .array(cases.map(\.tree)),
        ]
        return GeneratedFile(path: "vectors/signatures/\(name).json", bytes: JSONWriter.pretty.write(tree))
    }
}
