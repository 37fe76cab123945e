extension KeyError {
    /// What is wrong with a key or with the file that should hold it.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the code, such as `passphrase_required`; it never changes.
        public let identifier: String

        /// What is wrong, as a sentence without its end.
        public let sentence: String

        /// What to do about it.
        public let fix: String

        private init(_ identifier: String, _ sentence: String, fix: String) {
            self.identifier = identifier
            self.sentence = sentence
            self.fix = fix
        }

        /// The same as `identifier`.
        public var description: String {
            identifier
        }

        /// Two codes are equal when their identifiers are.
        public static func == (left: Code, right: Code) -> Bool {
            left.identifier == right.identifier
        }

        /// Hashes the identifier.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(identifier)
        }
    }
}

// The file is not what it should be.
extension KeyError.Code {
    /// No bytes.
    public static let empty = Self(
        "empty",
        "the key file is empty",
        fix: "give a PEM file; openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem makes one"
    )
    /// More than 1 MiB.
    public static let fileTooLarge = Self(
        "file_too_large",
        "the key file is larger than 1 MiB",
        fix: "give the PEM file of one key, which has a few kilobytes"
    )
    /// No line that begins a PEM block (RFC 7468).
    public static let notPEM = Self(
        "not_pem",
        "this is no PEM text: there is no -----BEGIN ...----- line",
        fix: "give a PEM file; openssl pkey -in FILE -text -noout tells whether a file holds a key"
    )
    /// The Base64 of a key without the lines around it.
    public static let missingPEMLines = Self(
        "missing_pem_lines",
        "this is the Base64 of a key without its -----BEGIN ...----- and -----END ...----- lines",
        fix: "openssl base64 -d -A -in FILE | openssl pkey -inform DER -out key.pem (add -pubin for a public key)"
    )
    /// Binary instead of text.
    public static let derInsteadOfPEM = Self(
        "der_instead_of_pem",
        "this is a binary (DER) file, a PEM text is needed",
        fix: "openssl pkey -inform DER -in FILE -out key.pem (add -pubin for a public key; "
            + "for a certificate openssl x509 -inform DER; for .p12 and .pfx openssl pkcs12 -nodes)"
    )
    /// The two characters `\n` where line breaks belong, as in many environment variables.
    public static let escapedLineBreaks = Self(
        "escaped_line_breaks",
        "the PEM text holds the two characters \\n instead of line breaks",
        fix: "write real line breaks: printf '%b' \"$KEY\" > key.pem"
    )
    /// The format of `ssh-keygen`.
    public static let openSSHFormat = Self(
        "openssh_format",
        "this is a key in the format of OpenSSH",
        fix: "private: ssh-keygen -p -m PKCS8 -f FILE; public: ssh-keygen -e -m PKCS8 -f FILE > public.pem"
    )
    /// A PEM block that does not end, is not Base64, or holds no such structure.
    public static let damaged = Self(
        "damaged",
        "the PEM block is damaged: its lines, its Base64 or the structure inside is broken",
        fix: "copy the file again, whole and unchanged; openssl pkey -in FILE -check (add -pubin -pubcheck for a "
            + "public key) must accept it"
    )
    /// PEM blocks, but none that holds a key.
    public static let noKey = Self(
        "no_key",
        "the PEM file holds no key, only something else such as a certificate request",
        fix: "give the private key, or the public key made by openssl pkey -in private.pem -pubout -out public.pem"
    )
    /// More than one key of the wanted kind: a guess could sign or verify with the wrong one.
    public static let severalKeys = Self(
        "several_keys",
        "the PEM file holds more than one key of the wanted kind",
        fix: "keep the one that is meant in a file of its own"
    )
    /// A private key where a public key is wanted.
    ///
    /// The private key should not travel this far.
    public static let privateWherePublic = Self(
        "private_where_public",
        "this is a private key, a public key is wanted",
        fix: "openssl pkey -in FILE -pubout -out public.pem"
    )
    /// A public key where a private key is wanted.
    public static let publicWherePrivate = Self(
        "public_where_private",
        "this is a public key, a private key is wanted",
        fix: "give the file that openssl genpkey wrote; a private key cannot be made from a public one"
    )
}

// The passphrase.
extension KeyError.Code {
    /// An encrypted key, and no passphrase.
    public static let passphraseRequired = Self(
        "passphrase_required",
        "the private key is encrypted and no passphrase was given",
        fix: "give the passphrase, or decrypt the key: openssl pkey -in FILE -out decrypted.pem"
    )
    /// The passphrase does not open the key, or the encrypted bytes are damaged, which looks the same.
    public static let wrongPassphrase = Self(
        "wrong_passphrase",
        "the passphrase does not open the private key",
        fix: "try it with openssl pkey -in FILE -noout; a line break at its end counts as part of it"
    )
    /// A passphrase of more than 1,024 bytes, which is OpenSSL's limit.
    public static let passphraseTooLong = Self(
        "passphrase_too_long",
        "the passphrase is longer than 1024 bytes",
        fix: "set a shorter one: openssl pkey -in FILE -aes256 -out key.pem"
    )
    /// An encryption that OpenSSL does not offer, such as DES in its default configuration.
    public static let unsupportedEncryption = Self(
        "unsupported_encryption",
        "the private key is encrypted with an algorithm that OpenSSL does not offer here",
        fix: "openssl pkey -provider legacy -provider default -in FILE -aes256 -out key.pem"
    )
}

// The key itself.
extension KeyError.Code {
    /// EC, Ed25519, DSA, GOST and others.
    public static let notRSA = Self(
        "not_rsa",
        "this is not an RSA key",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
    )
    /// An RSA key whose algorithm identifier allows only RSASSA-PSS (RFC 4055 section 1.2).
    public static let onlyForPSS = Self(
        "only_for_pss",
        "this RSA key is restricted to RSASSA-PSS, the payout API signs with RSASSA-PKCS1-v1_5",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
    )
    /// Fewer than 2,048 bits.
    public static let tooShort = Self(
        "too_short",
        "the RSA key has fewer than 2048 bits",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
    )
    /// More than 16,384 bits, which is OpenSSL's limit.
    public static let tooLong = Self(
        "too_long",
        "the RSA key has more than 16384 bits",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4096 -out private.pem"
    )
    /// A public exponent that is even or 1: anybody can sign with it.
    public static let weakExponent = Self(
        "weak_exponent",
        "the public exponent of the RSA key is even or 1, so the key protects nothing",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
    )
    /// A public exponent of more than 64 bits, which OpenSSL refuses for long keys.
    public static let exponentTooLarge = Self(
        "exponent_too_large",
        "the public exponent of the RSA key has more than 64 bits",
        fix: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem"
    )
    /// Numbers that do not belong together: what the private half signs, the public half refuses.
    public static let inconsistent = Self(
        "inconsistent",
        "the numbers of the RSA key do not belong together",
        fix: "openssl pkey -in FILE -check names the fault; make a new key if there is no sound copy"
    )
    /// OpenSSL could not finish an operation with a sound key: no memory, or no randomness.
    public static let operationFailed = Self(
        "operation_failed",
        "OpenSSL could not finish the operation with this key",
        fix: "check the memory of the machine, and OpenSSL's configuration file: openssl list -providers"
    )
}
