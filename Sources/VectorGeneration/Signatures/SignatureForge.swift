import PartnerSignature

/// Makes right signatures and, on purpose, wrong ones.
struct SignatureForge {
    let keys: SignatureKeys

    /// The right signature of `body`, as the header carries it.
    func sign(_ body: [UInt8], with name: SignatureKeys.Name = .partner) throws(VectorGenerationError) -> String {
        Base64.encode(try signatureBytes(of: body, with: name))
    }

    /// The right signature of `body` before Base64.
    func signatureBytes(
        of body: [UInt8],
        with name: SignatureKeys.Name = .partner
    ) throws(VectorGenerationError) -> [UInt8] {
        do {
            return try keys[name].signatureBytes(of: SHA256Digest(of: body))
        } catch {
            throw VectorGenerationError(.key, subject: "sign")
        }
    }

    /// The signature of `content` with the padding of RFC 8017 section 9.2, whatever the content is.
    func sign(content: [UInt8], with name: SignatureKeys.Name = .partner) throws(VectorGenerationError) -> String {
        try sign(block: PaddedBlock.pkcs1(content, byteCount: byteCount(of: name)), with: name)
    }

    /// The RSA private operation over `block`, whatever it is.
    func sign(block: [UInt8], with name: SignatureKeys.Name = .partner) throws(VectorGenerationError) -> String {
        do {
            return Base64.encode(try keys[name].unsafeSignature(ofPaddedBlock: block))
        } catch {
            throw VectorGenerationError(.key, subject: "sign")
        }
    }

    /// The digest of `body` with an algorithm that the payout API does not use.
    func digest(_ algorithm: DigestAlgorithm, of body: [UInt8]) throws(VectorGenerationError) -> [UInt8] {
        guard let digest = algorithm.digest(of: body) else {
            throw VectorGenerationError(.digest, subject: algorithm.name)
        }
        return digest
    }

    /// The modulus of a key as a number.
    func modulus(of name: SignatureKeys.Name) throws(VectorGenerationError) -> Natural {
        do {
            return Natural(try keys[name].publicKey.modulus())
        } catch {
            throw VectorGenerationError(.key, subject: name.publicPath)
        }
    }

    /// The length of a signature with a key in bytes.
    func byteCount(of name: SignatureKeys.Name) -> Int {
        keys[name].publicKey.signatureByteCount
    }
}
