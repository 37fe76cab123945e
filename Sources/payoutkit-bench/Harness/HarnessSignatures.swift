import PartnerSignature

/// The suite `rsa`: signing and verifying a body with a new key, the key kept or read from PEM each time.
enum HarnessSignatures {
    static func run(bits: Int, body: [UInt8]) throws {
        let privateKey = try PrivateKey.generate(bits: bits)
        let publicKey = privateKey.publicKey
        let privatePEM = try privateKey.pem()
        let publicPEM = try publicKey.pem()
        let signature = try privateKey.sign(body)
        func measure(_ peer: String, _ operation: () throws -> Void) rethrows {
            let caseName = "rsa\(bits)/\(body.count)B"
            try HarnessLine.measure("rsa", peer: peer, caseName: caseName, byteCount: body.count, operation)
        }
        try measure("sign_kept") { sink(try privateKey.sign(body)) }
        try measure("sign_pem") { sink(try PrivateKey(pem: privatePEM).sign(body)) }
        measure("verify_kept") { sink(publicKey.verify(signature, over: body)) }
        try measure("verify_pem") { sink(try PublicKey(pem: publicPEM).verify(signature, over: body)) }
    }
}
