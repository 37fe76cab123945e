/// What is personal data or a secret in the bodies of this API, and how it is hidden in reports, logs and excerpts.
///
/// A value is hidden scalar by scalar with `*`, so lines and columns stay. Of a card number the first six and the last
/// four digits stay. Hiding works on any bytes: a body need not be JSON, nor be described by a schema.
public enum SensitiveData {
    /// What a hidden value is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A card number.
        case card
        /// The number of an account or a wallet.
        case account
        /// A phone number.
        case phone
        /// A name of a person or a company.
        case name
        /// An e-mail address.
        case email
        /// A number or a datum that identifies a person: a document, a taxpayer, an address, a birthday.
        case document
        /// A hash, a token or a code that stands for money.
        case key
    }

    /// The members whose values are hidden, by their names in lower case without `_` and `-`.
    private static let kinds: [String: Kind] = {
        let names: [Kind: [String]] = [
            .card: ["number", "cardnumber", "pan", "cardpan", "initialcardnumber"],
            .account: [
                "account", "accountnumber", "accounteks", "correspondentaccountnumber", "maskedaccount", "walletid",
                "iban",
            ],
            .phone: ["phone", "msisdn", "phonenumber", "taxreferenceorphone"],
            .name: [
                "fullname", "firstname", "lastname", "middlename", "cardholdername", "companyname", "name", "payername",
                "recipientfullname",
            ],
            .email: ["email"],
            .document: [
                "taxreference", "inn", "beneficiaryid", "document", "idnumber", "addressline", "dateofbirth",
                "birthdate",
                "payertaxnumber", "registrationnumber", "street", "building", "flat", "postalcode", "ipv4", "ipv6",
                "expirationmonth", "expirationyear",
            ],
            .key: [
                "numberhash", "hash", "cardhash", "expirationdatehash", "securitycodehash", "cardholdernamehash",
                "securitycode", "cvc", "cvv", "token", "publictoken", "recurrenttoken", "bankaccountrutoken",
                "externalsubscriptiontoken", "privatekey", "privatekeypem", "password", "secret",
            ],
        ]
        return Dictionary(
            names.flatMap { kind, names in names.map { ($0, kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// What the values of members called `name` are, or nil when they may be shown.
    ///
    /// Case and the characters between words do not matter: `fullName` holds a name as well as `full_name`.
    public static func kind(ofMember name: String) -> Kind? {
        // No such name is long, and a hostile one may be.
        guard name.utf8.count <= 64 else { return nil }
        let plain = name.utf8.filter { $0 != 0x5F && $0 != 0x2D }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        return kinds[String(decoding: plain, as: UTF8.self)]
    }

    /// A body with everything sensitive hidden; a number is hidden too, so the result is for people, not for parsers.
    public static func masked(_ body: [UInt8]) -> [UInt8] {
        hide(hiddenRanges(in: body), in: body)
    }

    /// A body with everything sensitive hidden byte by byte, so that offsets stay.
    package static func covered(_ body: [UInt8]) -> [UInt8] {
        var covered = body
        for range in hiddenRanges(in: body) {
            for index in range { covered[index] = 0x2A }
        }
        return covered
    }

    /// A text with card numbers, account numbers and PEM blocks hidden, wherever they stand.
    public static func masked(text: String) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: hide(FreeTextScanner.hiddenRanges(in: bytes, 0..<bytes.count), in: bytes),
            as: UTF8.self
        )
    }

    private static func hide(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        var position = 0
        for range in ranges {
            masked += bytes[position..<range.lowerBound]
            // One asterisk for each scalar: continuation bytes of UTF-8 have none of their own.
            for byte in bytes[range] where byte & 0xC0 != 0x80 { masked.append(0x2A) }
            position = range.upperBound
        }
        return masked + bytes[position...]
    }

    /// The bytes of a body that are hidden, in their order and without overlap.
    static func hiddenRanges(in body: [UInt8]) -> [Range<Int>] {
        var scanner = SensitiveScanner(body)
        return scanner.scan()
    }
}
