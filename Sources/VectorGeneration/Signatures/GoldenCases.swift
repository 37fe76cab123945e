public import PayoutVectors

/// The golden body of a message, which is signed as it stands.
public struct GoldenBody: Hashable, Sendable {
    /// The id of its case.
    public let id: String
    /// The way the message travels, which says whose key signs it.
    public let direction: MessageCase.Direction
    /// The exact bytes.
    public let bytes: [UInt8]

    /// The golden bodies of `vectors`, in the order of the files.
    ///
    /// - Throws: `VectorError` when the files of messages cannot be read.
    public static func all(in vectors: VectorSet) throws(VectorError) -> [GoldenBody] {
        try vectors.cases(kind: .message)
            .compactMap { vector in
                guard vector.tags.contains("golden"), vector.isAccepted, case .message(let message) = vector.content
                else { return nil }
                return GoldenBody(id: vector.id, direction: message.direction, bytes: message.body)
            }
    }
}

/// Accepted signatures of every golden body: requests by the partner, webhooks and answers by the bank.
enum GoldenCases {
    static func make(
        of bodies: [GoldenBody],
        with forge: SignatureForge
    ) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for body in bodies {
            let key: SignatureKeys.Name = body.direction == .request ? .partner : .bank
            let signature = try forge.sign(body.bytes, with: key)
            // The bank signs no answers on the wire: for them one case shows that any bytes can be verified.
            let operations: [SignatureCaseRecord.Operation] =
                body.direction == .response ? [.verify] : [.sign, .verify]
            for operation in operations {
                var record = SignatureCaseRecord(
                    "signature.\(operation.rawValue).golden.\(body.id)",
                    "\(operation == .sign ? "signs" : "verifies") the golden body of \(body.id)",
                    operation,
                    key: key,
                    body: CaseBody(body.bytes),
                    signature: signature,
                    tags: ["golden"]
                )
                record.payload = body.id
                if body.direction == .response { record.comment = "Answers are not signed on the wire." }
                cases.append(record)
            }
        }
        return cases
    }
}
