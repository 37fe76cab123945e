import PartnerSignature
import StrictJSON

// What was signed is the body in a wrapping, a part of it, or something else.
extension BreakingKind {
    static let wholes: [BreakingKind] = [
        .bytes("nothing", "body.empty") { ([], $0.compact) },
        .bytes("empty object", "body.empty-object") { (Array("{}".utf8), $0.compact) },
        .bytes("empty array", "body.empty-array") { (Array("[]".utf8), $0.compact) },
        .bytes("object as text", "body.placeholder") { (Array("[object Object]".utf8), $0.compact) },
        .bytes("Base64", "body.base64") { (Array(Base64.encode($0.compact).utf8), $0.compact) },
        .bytes("hexadecimal", "body.hexadecimal") { (Array(Hexadecimal.encode($0.compact).utf8), $0.compact) },
        .bytes("JSON string", "body.json-string") { bench in
            let text = String(decoding: bench.compact, as: UTF8.self)
            return (JSONWriter.compact.write(.string(text)), bench.compact)
        },
        .bytes("percent-encoded", "body.url-encoded") { bench in
            let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~".utf8)
            return (
                bench.compact.flatMap { byte in
                    kept.contains(byte) ? [byte] : Array("%\(Hexadecimal.encode([byte]).uppercased())".utf8)
                },
                bench.compact
            )
        },
        .bytes("form data", "body.form-encoded") { _ in
            let received = #"{"session_id":"ps 1","card":{"type":"a","list":[1,2]}}"#
            let form = "session_id=ps+1&card%5Btype%5D=a&card%5Blist%5D%5B0%5D=1&card%5Blist%5D%5B1%5D=2"
            return (Array(form.utf8), Array(received.utf8))
        },
        .bytes("HTML", "body.html-escaped") { bench in
            let text = String(decoding: bench.compact, as: UTF8.self)
            let escaped = text.replacingText("&", with: "&amp;").replacingText("\"", with: "&quot;")
                .replacingText("<", with: "&lt;").replacingText(">", with: "&gt;")
            return (Array(escaped.utf8), bench.compact)
        },
        .bytes("twice", "body.twice") { ($0.compact + $0.compact, $0.compact) },
        .bytes("one member", "body.part") { bench in
            (JSONWriter.compact.write(bench.tree["amount_details"] ?? .null), bench.compact)
        },
        .bytes("one value", "body.part") { bench in
            guard case .string(let text)? = bench.tree["session_id"] else { return ([], bench.compact) }
            return (Array(text.utf8), bench.compact)
        },
        .bytes("other message", "body.other-message") { ($0.otherMessage, $0.compact) },
        .bytes("public key", "body.public-key") { bench in
            ((try? bench.forge.keys[.partner].publicKey.pem()) ?? [], bench.compact)
        },
        .bytes("one digit", "body.one-digit") { bench in
            var body = bench.compact
            if let last = body.lastIndex(where: { (0x31...0x38).contains($0) }) { body[last] += 1 }
            return (body, bench.compact)
        },
        .bytes("path and body", "body.with-context") { (Array($0.request.target.utf8) + $0.compact, $0.compact) },
        .bytes("body and project", "body.with-context") { ($0.compact + Array("test_project".utf8), $0.compact) },
        .bytes("HTTP Signatures", "body.http-signatures") { bench in
            let digest = Base64.encode(SHA256Digest(of: bench.compact).bytes)
            let text = """
                (request-target): post \(bench.request.target)
                host: localhost
                date: Tue, 24 Nov 2026 12:00:00 GMT
                digest: SHA-256=\(digest)
                """
            return (Array(text.utf8), bench.compact)
        },
    ]
}
