import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Change {
    /// What is wrong with who signed what.
    static let signatures: [Change] = [
        Change(
            name: "no-signature",
            title: "without a signature",
            rule: "SIG.PRESENT",
            refusal: .unsigned,
            place: .request { request, _ in request.headers.remove(PartnerHeader.signature) }
        ),
        Change(
            name: "empty-signature",
            title: "with an empty signature",
            rule: "SIG.PRESENT",
            refusal: .unsigned,
            place: .request { request, _ in request.headers[PartnerHeader.signature] = "" }
        ),
        Change(
            name: "wrong-key",
            title: "signed with another key",
            rule: "SIG.KEY",
            refusal: .badSignature,
            place: .request { request, _ in
                request.headers[PartnerHeader.signature] = try PrivateKey.strangers().sign(request.body)
            }
        ),
        Change(
            name: "tampered",
            title: "with one byte changed after signing",
            rule: "SIG.BYTES",
            refusal: .badSignature,
            place: .request { request, _ in request.body = tampered(request.body) }
        ),
        Change(
            name: "added-newline",
            title: "with a newline added after signing",
            rule: "SIG.BYTES",
            refusal: .badSignature,
            place: .request { request, _ in request.body.append(UInt8(ascii: "\n")) }
        ),
        Change(
            name: "other-body-signed",
            title: "with the signature of another body",
            rule: "SIG.BYTES",
            refusal: .badSignature,
            place: .request { request, bank in
                request.headers[PartnerHeader.signature] = try bank.target.partnerKey.sign(Array("{}".utf8))
            }
        ),
        Change(
            name: "cut-signature",
            title: "with a signature that lost its end",
            rule: "SIG.LENGTH",
            refusal: .badSignature,
            place: .request { request, _ in
                let signature = request.headers[PartnerHeader.signature] ?? ""
                request.headers[PartnerHeader.signature] = String(signature.prefix(signature.utf8.count / 8 * 4))
            }
        ),
        Change(
            name: "base64url-signature",
            title: "with a signature in base64url",
            rule: "SIG.BASE64",
            level: .should,
            refusal: .badSignature,
            place: .request { request, _ in
                let signature = request.headers[PartnerHeader.signature] ?? ""
                request.headers[PartnerHeader.signature] = String(
                    signature.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" }
                )
            }
        ),
        Change(
            name: "unknown-project",
            title: "of an unknown project",
            rule: "HEADER.PROJECT",
            refusal: .unknownProject,
            place: .request { request, bank in
                request.headers[PartnerHeader.project] = bank.target.project + "_unknown"
            }
        ),
        Change(
            name: "no-project",
            title: "without a project",
            rule: "HEADER.PROJECT",
            refusal: .unknownProject,
            place: .request { request, _ in request.headers.remove(PartnerHeader.project) }
        ),
    ]

    /// What is wrong with the request around the body.
    static let transport: [Change] = [
        Change(
            name: "get",
            title: "as GET",
            rule: "METHOD.POST",
            level: .should,
            refusal: .any,
            place: .request { request, _ in request.method = "GET" }
        ),
        Change(
            name: "text-plain",
            title: "as text/plain",
            rule: "HEADER.CONTENT_TYPE",
            level: .should,
            refusal: .any,
            place: .request { request, _ in request.headers["Content-Type"] = "text/plain" }
        ),
        Change(
            name: "unknown-path",
            title: "at a path that does not exist",
            rule: "PATH.KNOWN",
            level: .should,
            refusal: .any,
            place: .request { request, _ in request.target += "/now" }
        ),
    ]

    /// The body with one bit of its last letter or digit changed: another word or number, and still the same JSON.
    private static func tampered(_ body: [UInt8]) -> [UInt8] {
        var body = body
        guard let index = body.lastIndex(where: { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }) else {
            return body + [0x20]
        }
        body[index] ^= 1
        return body
    }
}

extension PrivateKey {
    /// A right key that neither side has registered.
    static func strangers() throws -> PrivateKey {
        try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pem"))
    }
}
