extension PEMText {
    /// What a block holds, told by its label.
    enum Kind {
        case privateKey
        case publicKey
        case certificate
        /// A key of an algorithm that has labels of its own, none of them RSA.
        case otherAlgorithm
        case openSSH
        case other
    }

    /// The one block that holds a private key.
    ///
    /// Certificates and public keys beside it are passed over.
    func privateKeyBlock() throws(KeyError) -> Block {
        try only([.privateKey], instead: [.publicKey, .certificate], code: .publicWherePrivate)
    }

    /// The one block that holds a public key: a key, or when there is none, a certificate.
    ///
    /// A file that holds a private key too is refused: it must not be given to the side that verifies.
    func publicKeyBlock() throws(KeyError) -> Block {
        if let block = blocks.first(where: { $0.kind == .privateKey }) {
            throw KeyError(.privateWherePublic, line: block.line)
        }
        let hasKey = blocks.contains { $0.kind == .publicKey }
        return try only([hasKey ? .publicKey : .certificate], instead: [], code: .noKey)
    }

    private func only(_ wanted: [Kind], instead: [Kind], code: KeyError.Code) throws(KeyError) -> Block {
        let candidates = blocks.filter { wanted.contains($0.kind) }
        if candidates.count > 1 { throw KeyError(.severalKeys, line: candidates[1].line) }
        if let block = candidates.first { return block }
        for block in blocks {
            if block.kind == .openSSH { throw KeyError(.openSSHFormat, line: block.line) }
            if block.kind == .otherAlgorithm { throw KeyError(.notRSA, line: block.line) }
        }
        if let block = blocks.first(where: { instead.contains($0.kind) }) { throw KeyError(code, line: block.line) }
        throw KeyError(.noKey, line: blocks.first?.line)
    }
}

extension PEMText.Block {
    /// What the block holds.
    var kind: PEMText.Kind {
        switch label {
        case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY": .privateKey
        case "PUBLIC KEY", "RSA PUBLIC KEY": .publicKey
        case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": .certificate
        case "EC PRIVATE KEY", "DSA PRIVATE KEY", "ANY PRIVATE KEY", "DSA PUBLIC KEY", "EC PUBLIC KEY": .otherAlgorithm
        case "OPENSSH PRIVATE KEY", "SSH2 PUBLIC KEY", "SSH2 ENCRYPTED PRIVATE KEY": .openSSH
        default: .other
        }
    }
}
