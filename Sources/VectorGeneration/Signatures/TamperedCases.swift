import PartnerSignature

/// The signature of a body that differs from the one received by one byte, or by the order of two.
enum TamperedCases {
    static func make(with forge: SignatureForge) throws(VectorGenerationError) -> [SignatureCaseRecord] {
        var cases: [SignatureCaseRecord] = []
        for change in changes {
            var signed = received
            change.make(&signed)
            guard signed != received else {
                throw VectorGenerationError(.unsuitableBody, subject: "signature.tampered.\(change.name)")
            }
            cases.append(
                SignatureCaseRecord(
                    "signature.tampered.\(change.name)",
                    "signed before \(change.title)",
                    body: CaseBody(received),
                    signature: try forge.sign(signed),
                    breaks: "SIG.BYTES",
                    twin: BodyCases.twin("compact"),
                    comment: change.comment,
                    tags: ["body", "tampered"]
                )
            )
        }
        cases.append(try shortened(forge))
        return cases
    }

    private static let received = SampleBody.compact

    /// What was changed after signing; `make` undoes it.
    private struct Change: Sendable {
        let name: String
        let title: String
        var comment: String?
        let make: @Sendable (inout [UInt8]) -> Void
    }

    private static let changes: [Change] = replaced + removed + inserted + moved

    private static let replaced: [Change] = [
        Change(name: "first-byte", title: "the first byte was changed") { $0[0] = 0x5B },
        Change(name: "last-byte", title: "the last byte was changed") { $0[$0.count - 1] = 0x5D },
        Change(name: "lowest-bit", title: "the lowest bit of a byte was flipped") { $0[$0.count / 2] ^= 0x01 },
        Change(name: "highest-bit", title: "the highest bit of a byte was flipped") { $0[$0.count / 2] ^= 0x80 },
        Change(name: "digit", title: "a digit of the amount was changed") { $0[offset("10000", in: $0)] = 0x39 },
        Change(name: "letter-case", title: "a letter became small") { $0[offset("rub", in: $0)] = 0x52 },
        Change(name: "blank-for-letter", title: "a blank became a letter") { $0[offset("good", in: $0)] = 0x20 },
        Change(name: "zero-byte-for-letter", title: "a zero byte became a letter") {
            $0[offset("good", in: $0)] = 0x00
        },
        Change(
            name: "cyrillic-byte",
            title: "the second byte of a Cyrillic letter was changed",
            comment: "Another letter of the same name: the text is still valid UTF-8."
        ) { $0[offset("Иванов", in: $0) + 1] ^= 0x01 },
    ]

    private static let removed: [Change] = [
        Change(name: "byte-before", title: "a byte was removed from the front") { $0.insert(0x20, at: 0) },
        Change(name: "byte-behind", title: "a byte was removed from the end") { $0.append(0x20) },
        Change(name: "byte-inside", title: "a digit was removed") { $0.insert(0x30, at: offset("10000", in: $0)) },
        Change(name: "sign", title: "a minus was removed") { $0.insert(0x2D, at: offset("10000", in: $0)) },
    ]

    private static let inserted: [Change] = [
        Change(name: "first-byte-added", title: "a byte was put in front") { $0.removeFirst() },
        Change(name: "last-byte-added", title: "a byte was appended") { $0.removeLast() },
        Change(name: "digit-added", title: "a zero was added to the amount") {
            $0.remove(at: offset("10000", in: $0) + 4)
        },
        Change(name: "byte-doubled", title: "a letter was doubled", comment: "good was god.") {
            $0.remove(at: offset("good", in: $0) + 1)
        },
    ]

    private static let moved: [Change] = [
        Change(name: "neighbours-swapped", title: "two neighbouring bytes changed places") {
            let start = offset("rub", in: $0)
            $0.swapAt(start, start + 1)
        },
        Change(name: "distant-swapped", title: "two distant bytes changed places") {
            $0.swapAt(offset("3230", in: $0), offset("10000", in: $0))
        },
    ]

    /// A long body that lost one of its many equal parts.
    private static func shortened(_ forge: SignatureForge) throws(VectorGenerationError) -> SignatureCaseRecord {
        SignatureCaseRecord(
            "signature.tampered.longer-1-mib",
            "signed before 16 bytes were appended to a megabyte",
            body: BodyCases.oneMebibyte,
            signature: try forge.sign(CaseBody(repeating: "0123456789abcdef", count: 65_535).bytes),
            breaks: "SIG.BYTES",
            twin: BodyCases.twin("1-mib"),
            tags: ["body", "tampered"]
        )
    }

    /// Where `text` starts in a body that holds it; the start of the body otherwise.
    private static func offset(_ text: String, in body: [UInt8]) -> Int {
        let text = Array(text.utf8)
        return body.indices.first { body[$0...].starts(with: text) } ?? 0
    }
}
