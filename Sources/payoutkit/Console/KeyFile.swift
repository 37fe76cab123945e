import PartnerSignature

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Keys from files that an option names.
enum KeyFile {
    /// The options that say where the passphrase of an encrypted private key is.
    static let passphraseOptions = [
        OptionDefinition("--passphrase-file", .one("FILE"), help: "file whose first line is the key's passphrase"),
        OptionDefinition("--passphrase-env", .one("NAME"), help: "environment variable that holds the passphrase"),
    ]

    /// Longer files are refused by the reader of keys, which needs one byte more than its limit to see it.
    private static let readByteCount = 1 << 20 + 1

    /// Reads a private key, with the passphrase that `options` point to.
    ///
    /// Where they point to none and the key is encrypted, the person at the terminal is asked.
    static func privateKey(_ path: String, options: ParsedArguments, console: Console) throws -> PrivateKey {
        var passphrase = try passphrase(options, console: console)
        var pem = try console.readSecret(path, atMost: readByteCount)
        defer {
            SecretBytes.erase(&pem)
            if var bytes = passphrase {
                // Nobody else holds the buffer any more, so it is erased in place.
                passphrase = nil
                SecretBytes.erase(&bytes)
            }
        }
        do {
            return try PrivateKey(pem: pem, passphrase: passphrase)
        } catch  where error.code == .passphraseRequired && passphrase == nil {
            passphrase = console.askSecret("Passphrase of \(path): ")
            guard passphrase != nil else { throw UsageError("\(path): \(error)") }
        } catch {
            throw UsageError("\(path): \(error)")
        }
        do {
            return try PrivateKey(pem: pem, passphrase: passphrase)
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }

    /// Reads a public key.
    static func publicKey(_ path: String, console: Console) throws -> PublicKey {
        let pem = try console.read(path)
        do {
            return try PublicKey(pem: pem)
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }

    /// The passphrase, from a file's first line or from the environment; never from an argument, which others can see.
    private static func passphrase(_ options: ParsedArguments, console: Console) throws -> [UInt8]? {
        switch (options["--passphrase-file"], options["--passphrase-env"]) {
        case (nil, nil):
            return nil
        case (.some, .some):
            throw UsageError("--passphrase-file and --passphrase-env exclude each other")
        case (let path?, nil):
            let line = try console.read(path).prefix { $0 != 0x0A }
            return Array(line.last == 0x0D ? line.dropLast() : line)
        case (nil, let name?):
            guard let value = getenv(name) else { throw UsageError("the environment has no \(name)") }
            return Array(String(cString: value).utf8)
        }
    }
}
