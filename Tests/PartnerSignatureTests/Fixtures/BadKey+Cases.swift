import PartnerSignature

extension BadKey {
    private static func partner() throws -> PublishedKeys {
        try PublishedKeys.partner.get()
    }

    private static func partnerSource() throws -> OpenSSLKey {
        try OpenSSLKey.read(partner().privatePEM)
    }

    private static func bytes(_ text: String) -> [UInt8] {
        Array(text.utf8)
    }

    static let files: [BadKey] = [
        BadKey("empty file", .privateKey, .empty) { [] },
        BadKey("blank file", .publicKey, .empty) { bytes(" \r\n\n") },
        BadKey("more than 1 MiB", .publicKey, .fileTooLarge) {
            try Array(repeating: 0x0A, count: 1 << 20) + partner().publicPEM
        },
        BadKey("some text", .privateKey, .notPEM) { bytes("hello") },
        BadKey("JSON", .publicKey, .notPEM) { bytes(#"{"key":1}"#) },
        BadKey("Base64 without lines around it", .privateKey, .missingPEMLines) {
            try bytes(Base64.encode(PEM.der(partner().privatePEM)))
        },
        BadKey("wrapped Base64 without lines around it", .publicKey, .missingPEMLines) {
            let lines = try String(decoding: partnerSource().subjectPublicKeyInfo(), as: UTF8.self)
                .split(separator: "\n")
            return bytes(lines.dropFirst().dropLast().joined(separator: "\n"))
        },
        BadKey("DER private key", .privateKey, .derInsteadOfPEM) { try PEM.der(partner().privatePEM) },
        BadKey("DER public key", .publicKey, .derInsteadOfPEM) { try PEM.der(partner().publicPEM) },
        BadKey("line breaks written as two characters", .privateKey, .escapedLineBreaks) {
            try PEM.replacing("\n", by: "\\n", in: partnerSource().pkcs8())
        },
        BadKey("line breaks written as two characters, none at the end", .publicKey, .escapedLineBreaks) {
            try PEM.replacing("\n", by: "\\n", in: partnerSource().subjectPublicKeyInfo().dropLast())
        },
        BadKey("line breaks lost", .publicKey, .damaged) {
            try PEM.replacing("\n", by: " ", in: partnerSource().subjectPublicKeyInfo())
        },
        BadKey("indented block", .publicKey, .damaged) {
            try PEM.replacing("\n", by: "\n  ", in: bytes("\n") + partnerSource().subjectPublicKeyInfo())
        },
        BadKey("cut before its end", .privateKey, .damaged, line: 5) { try Array(partner().privatePEM.dropLast(40)) },
        BadKey("block inside a block", .publicKey, .damaged, line: 3) {
            try bytes("-----BEGIN PUBLIC KEY-----\nAAAA\n") + partnerSource().subjectPublicKeyInfo()
        },
        BadKey("another label at the end", .publicKey, .damaged, line: 5) {
            try PEM.replacing("END PUBLIC KEY", by: "END RSA PUBLIC KEY", in: partner().publicPEM)
        },
        BadKey("broken Base64", .privateKey, .damaged, line: 5) {
            try PEM.replacing("MII", by: "M?I", in: partner().privatePEM)
        },
        BadKey("broken structure", .publicKey, .damaged, line: 5) {
            try PEM.replacing("MII", by: "MIJ", in: partner().publicPEM)
        },
        BadKey("broken structure inside PKCS#8", .privateKey, .damaged, line: 1) {
            PEM.block("PRIVATE KEY", pkcs8(DER.rsaEncryption, parameters: [0x05, 0x00], key: [1, 2, 3]))
        },
        BadKey("nothing between the lines", .publicKey, .damaged, line: 1) { PEM.block("PUBLIC KEY", []) },
        BadKey("OpenSSH private key", .privateKey, .openSSHFormat, line: 1) {
            PEM.block("OPENSSH PRIVATE KEY", [1, 2])
        },
        BadKey("OpenSSH public key", .publicKey, .openSSHFormat) { bytes("ssh-rsa AAAAB3NzaC1yc2E= someone\n") },
        BadKey("certificate request", .publicKey, .noKey, line: 1) { try partnerSource().certificateRequest() },
        BadKey("two private keys", .privateKey, .severalKeys, line: 37) {
            try partner().privatePEM + PublishedKeys.other.get().privatePEM
        },
        BadKey("two public keys", .publicKey, .severalKeys, line: 18) {
            try partner().publicPEM + PublishedKeys.other.get().publicPEM
        },
        BadKey("private where public is wanted", .publicKey, .privateWherePublic, line: 5) { try partner().privatePEM },
        BadKey("both where public is wanted", .publicKey, .privateWherePublic, line: 18) {
            try partner().publicPEM + partner().privatePEM
        },
        BadKey("public where private is wanted", .privateKey, .publicWherePrivate, line: 5) { try partner().publicPEM },
        BadKey("certificate where private is wanted", .privateKey, .publicWherePrivate, line: 1) {
            try partnerSource().certificate()
        },
    ]

    static let passphrases: [BadKey] = [
        BadKey("encrypted PKCS#8, no passphrase", .privateKey, .passphraseRequired, line: 1) {
            try partnerSource().pkcs8(passphrase: "secret")
        },
        BadKey("encrypted PKCS#1, no passphrase", .privateKey, .passphraseRequired, line: 1) {
            try partnerSource().traditional(passphrase: "secret")
        },
        BadKey("encrypted PKCS#8, wrong passphrase", .privateKey, .wrongPassphrase, line: 1, passphrase: "Secret") {
            try partnerSource().pkcs8(passphrase: "secret")
        },
        BadKey("encrypted PKCS#1, wrong passphrase", .privateKey, .wrongPassphrase, line: 1, passphrase: "secret\n") {
            try partnerSource().traditional(passphrase: "secret")
        },
        BadKey("encrypted PKCS#8, empty passphrase", .privateKey, .wrongPassphrase, line: 1, passphrase: "") {
            try partnerSource().pkcs8(passphrase: "secret")
        },
        BadKey(
            "passphrase of 1,025 bytes",
            .privateKey,
            .passphraseTooLong,
            line: 1,
            passphrase: String(repeating: "a", count: 1_025)
        ) { try partnerSource().pkcs8(passphrase: "secret") },
        BadKey("unknown cipher", .privateKey, .unsupportedEncryption, line: 1, passphrase: "secret") {
            var der = try PEM.der(partnerSource().pkcs8(passphrase: "secret"))
            let aes256CBC: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A]
            let start = der.indices.first { der[$0...].starts(with: aes256CBC) }
            if let start { der[start + aes256CBC.count - 1] = 0x7F }
            return PEM.block("ENCRYPTED PRIVATE KEY", der)
        },
        BadKey("encrypted EC key", .privateKey, .notRSA, line: 1, passphrase: "secret") {
            try OpenSSLKey.generate("EC").pkcs8(passphrase: "secret")
        },
    ]

    static let algorithms: [BadKey] = [
        BadKey("EC private key as PKCS#8", .privateKey, .notRSA, line: 1) { try OpenSSLKey.generate("EC").pkcs8() },
        BadKey("EC private key in its own form", .privateKey, .notRSA, line: 1) {
            try OpenSSLKey.generate("EC").traditional()
        },
        BadKey("EC public key", .publicKey, .notRSA, line: 1) { try OpenSSLKey.generate("EC").subjectPublicKeyInfo() },
        BadKey("certificate of an EC key", .publicKey, .notRSA, line: 1) {
            try OpenSSLKey.generate("EC").certificate()
        },
        BadKey("Ed25519 private key", .privateKey, .notRSA, line: 1) { try OpenSSLKey.generate("ED25519").pkcs8() },
        BadKey("Ed25519 public key", .publicKey, .notRSA, line: 1) {
            try OpenSSLKey.generate("ED25519").subjectPublicKeyInfo()
        },
        BadKey("GOST private key", .privateKey, .notRSA, line: 1) {
            PEM.block("PRIVATE KEY", pkcs8(DER.gost2012, parameters: [], key: DER.octetString([1, 2, 3])))
        },
        BadKey("GOST public key", .publicKey, .notRSA, line: 1) {
            let algorithm = DER.sequence(DER.objectIdentifier(DER.gost2012))
            return PEM.block("PUBLIC KEY", DER.sequence(algorithm, DER.bitString([1, 2, 3])))
        },
        BadKey("private key for PSS only", .privateKey, .onlyForPSS, line: 1) {
            try OpenSSLKey.generate("RSA-PSS", bits: 2_048).pkcs8()
        },
        BadKey("public key for PSS only", .publicKey, .onlyForPSS, line: 1) {
            try OpenSSLKey.generate("RSA-PSS", bits: 2_048).subjectPublicKeyInfo()
        },
    ]

    static let numbers: [BadKey] = [
        BadKey("private key of 1,024 bits", .privateKey, .tooShort, line: 1) {
            try OpenSSLKey.generate("RSA", bits: 1_024).pkcs8()
        },
        BadKey("public key of 2,047 bits", .publicKey, .tooShort, line: 1) {
            publicKey(modulus: [0x7F] + Array(repeating: 0xFF, count: 255))
        },
        BadKey("public key of 16,385 bits", .publicKey, .tooLong, line: 1) {
            publicKey(modulus: [0x01] + Array(repeating: 0xFF, count: 2_048))
        },
        BadKey("exponent 1", .publicKey, .weakExponent, line: 1) { publicKey(exponent: [1]) },
        BadKey("exponent 0", .publicKey, .weakExponent, line: 1) { publicKey(exponent: [0]) },
        BadKey("even exponent", .publicKey, .weakExponent, line: 1) { publicKey(exponent: [1, 0, 0]) },
        BadKey("exponent of 65 bits", .publicKey, .exponentTooLarge, line: 1) {
            publicKey(exponent: [1, 0, 0, 0, 0, 0, 0, 0, 1])
        },
        BadKey("even modulus", .publicKey, .inconsistent, line: 1) {
            publicKey(modulus: Array(repeating: 0xFE, count: 256))
        },
        BadKey("private key with another modulus", .privateKey, .inconsistent, line: 1) {
            var der = try PEM.der(partner().privatePEM)
            // Offset 40 is inside the modulus.
            der[40] ^= 0x01
            return PEM.block("PRIVATE KEY", der)
        },
    ]

    /// A public key as PKCS#1.
    private static func publicKey(
        modulus: [UInt8] = Array(repeating: 0xFF, count: 256),
        exponent: [UInt8] = [1, 0, 1]
    ) -> [UInt8] {
        PEM.block("RSA PUBLIC KEY", DER.sequence(DER.integer(modulus), DER.integer(exponent)))
    }

    private static func pkcs8(_ algorithm: [UInt8], parameters: [UInt8], key: [UInt8]) -> [UInt8] {
        DER.sequence(
            DER.integer([0]),
            DER.sequence(DER.objectIdentifier(algorithm), parameters),
            DER.octetString(key)
        )
    }
}
