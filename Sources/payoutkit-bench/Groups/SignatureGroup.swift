import PartnerSignature
import PayoutVectors

/// Signing and verifying a body with keys that were read before.
enum SignatureGroup {
    static func run(_ table: ResultTable) throws {
        let body = try GoldenMessage.request().valid
        for name in ["public-test-key-partner", "public-test-key-4096"] {
            let privateKey = try PrivateKey(pem: try VectorSet.embedded.key(named: "\(name).pem"))
            let publicPEM = try VectorSet.embedded.key(named: "\(name).pub.pem")
            let publicKey = try PublicKey(pem: publicPEM)
            let signature = try privateKey.sign(body)
            guard publicKey.verify(signature, over: body).isValid else { throw BenchError("a signature is not valid") }
            let size = "\(privateKey.bitCount) bits, \(body.count) bytes"
            try table.row("sign, \(size)", byteCount: nil) { sink(try privateKey.sign(body)) }
            table.row("verify, \(size)", byteCount: nil) { sink(publicKey.verify(signature, over: body)) }
            try table.row("verify, \(size), key read each time", byteCount: nil) {
                sink(try PublicKey(pem: publicPEM).verify(signature, over: body))
            }
        }
    }
}
