import COpenSSL
import PartnerSignature
import Testing

/// One file that is no usable key.
struct BadKey: Sendable, CustomTestStringConvertible {
    enum Role {
        case privateKey
        case publicKey
    }

    let testDescription: String
    let role: Role
    let code: KeyError.Code
    let line: Int?
    let passphrase: [UInt8]?
    let pem: @Sendable () throws -> [UInt8]

    init(
        _ testDescription: String,
        _ role: Role,
        _ code: KeyError.Code,
        line: Int? = nil,
        passphrase: String? = nil,
        _ pem: @escaping @Sendable () throws -> [UInt8]
    ) {
        self.testDescription = testDescription
        self.role = role
        self.code = code
        self.line = line
        self.passphrase = passphrase.map { Array($0.utf8) }
        self.pem = pem
    }
}

@Suite("Keys: refused files") struct KeyErrorTests {
    @Test(arguments: BadKey.files + BadKey.passphrases + BadKey.algorithms + BadKey.numbers)
    func `a bad key file gets the code that names its fault`(_ bad: BadKey) throws {
        let pem = try bad.pem()
        let error = #expect(throws: KeyError.self) {
            switch bad.role {
            case .privateKey: _ = try PrivateKey(pem: pem, passphrase: bad.passphrase)
            case .publicKey: _ = try PublicKey(pem: pem)
            }
        }
        #expect(error?.code == bad.code)
        #expect(error?.line == bad.line)
        #expect(ERR_peek_error() == 0, "the error queue is left empty")
    }

    @Test func `a length outside of the bounds is refused before a key is made`() {
        #expect(throws: KeyError.self) { try PrivateKey.generate(bits: 1_024) }
        #expect(throws: KeyError.self) { try PrivateKey.generate(bits: .max) }
        #expect(throws: KeyError.self) { try PrivateKey.generate(bits: .min) }
    }

    @Test func `a key is not written with a passphrase that cannot be read again`() throws {
        let key = try PublishedKeys.partner.get().privateKey
        let empty = #expect(throws: KeyError.self) { try key.pem(passphrase: []) }
        #expect(empty?.code == .passphraseRequired)
        let long = #expect(throws: KeyError.self) { try key.pem(passphrase: Array(repeating: 0x61, count: 1_025)) }
        #expect(long?.code == .passphraseTooLong)
    }

    @Test func `the texts of an error are a sentence, a place and a fix`() throws {
        let pem = try PublishedKeys.partner.get().publicPEM
        let error = #expect(throws: KeyError.self) { try PrivateKey(pem: pem) }
        #expect(
            error?.description == "this is a public key, a private key is wanted (line 5); fix: give the file that "
                + "openssl genpkey wrote; a private key cannot be made from a public one"
        )
        #expect(error?.code.identifier == "public_where_private")
    }

    @Test func `no prefix and no changed byte of a key file traps`() throws {
        let keys = try PublishedKeys.partner.get()
        for pem in [keys.privatePEM, keys.publicPEM] {
            for count in stride(from: 0, to: pem.count, by: 7) {
                #expect(throws: KeyError.self) { try PrivateKey(pem: Array(pem[..<count])) }
                #expect(throws: KeyError.self) { try PublicKey(pem: Array(pem[..<count])) }
            }
            for offset in stride(from: 0, to: pem.count, by: 3) {
                var changed = pem
                changed[offset] ^= 0x11
                // Some changes leave a key, such as one in the text before it.
                _ = try? PrivateKey(pem: changed)
                _ = try? PublicKey(pem: changed)
            }
        }
        #expect(ERR_peek_error() == 0)
    }
}
