import ConformanceZoo
import Testing

/// A mistake that integrators of payout APIs are known to make, and the specimen of the zoo that makes it.
private struct IntegratorMistake: CustomStringConvertible {
    var description: String
    /// The name of a specimen; nil where no suite can see the mistake.
    var specimen: String?
    /// Why none can see it.
    var reason: String?

    init(_ description: String, _ specimen: String) {
        self.description = description
        self.specimen = specimen
    }

    init(_ description: String, unseen reason: String) {
        self.description = description
        self.reason = reason
    }
}

/// The proof that the zoo makes the mistakes that are made outside.
@Suite("Mistakes of integrators") struct IntegratorMistakeTests {
    private static let signing = [
        IntegratorMistake("requests without a signature", "sends no signature"),
        IntegratorMistake("requests without a project", "names no project"),
        IntegratorMistake("a constant in the place of the signature", "sends the word signature"),
        IntegratorMistake("signing something else than the body", "makes the same signature for every body"),
        IntegratorMistake("signing one text and sending another", "signs other bytes than it sends"),
        IntegratorMistake("signing what is serialised again", "signs what it writes again"),
        IntegratorMistake("a signing hook that gets no body", "signs an empty array where there is no body"),
        IntegratorMistake("HTTP signatures", "sends headers of another way to authenticate"),
        IntegratorMistake("another digest", "signs with SHA-1"),
        IntegratorMistake("a digest in the place of the signature", "signs the digest in hexadecimal"),
        IntegratorMistake("base64url", "writes base64url"),
        IntegratorMistake("verifying what is serialised again", "verifies webhooks as it writes them anew"),
        IntegratorMistake("verifying nothing", "takes any signature"),
        IntegratorMistake("a header of one's own for webhooks", "wants a header of its own"),
        IntegratorMistake("rules of another product's signatures", "escapes letters before signing"),
        IntegratorMistake("a middleware that eats the raw bytes", "verifies webhooks with escapes"),
        IntegratorMistake("trust in the address of the caller", "takes unsigned webhooks"),
        IntegratorMistake("invented ways to authenticate", "sends headers of another way to authenticate"),
    ]

    private static let moving = [
        IntegratorMistake("confirming without comparing", "does not compare amounts"),
        IntegratorMistake("cancelling by session/confirm", "confirms what it was asked to cancel"),
        IntegratorMistake("confirming before the webhook", "confirms before ready_to_confirm"),
        IntegratorMistake("confirmed in the books, not at the bank", "takes a refused confirmation for done"),
        IntegratorMistake("confirming twice", "confirms twice"),
        IntegratorMistake(
            "session_wrong_state taken for a failed payout",
            "repeats a confirmation without an answer, and books session_wrong_state as a failure"
        ),
        IntegratorMistake("each delivery has an effect", "confirms for every ready_to_confirm"),
        IntegratorMistake("each delivery is booked", "books each payment_finished"),
        IntegratorMistake("a late webhook opens a paid order again", "makes a paid order pending again"),
        IntegratorMistake("success by the type of the webhook", "books payment_finished as paid, whatever it says"),
        IntegratorMistake("success by the HTTP status", "takes HTTP 200 for success"),
        IntegratorMistake("error taken for the end", "pays again while a session is in error"),
        IntegratorMistake("a call repeated blindly", "opens a new session when an answer is lost"),
        IntegratorMistake("a repeat taken for a failure", "takes the answer to a repeat for a failed payout"),
        IntegratorMistake("a new key for each attempt", "pays again with a new key when a call counts as a repeat"),
        IntegratorMistake("roubles for kopecks", "sends roubles for kopecks"),
        IntegratorMistake("kopecks multiplied again", "multiplies kopecks by 100"),
        IntegratorMistake("the amount of the instrument", "reads the amount from the instrument"),
    ]

    private static let writing = [
        IntegratorMistake("flat bodies of one's own", "sends a flat body"),
        IntegratorMistake("session in the place of session_id", "calls the session session"),
        IntegratorMistake("names in another case", "writes names in camel case"),
        IntegratorMistake("the names of the other version", "keeps to v2 names in v1"),
        IntegratorMistake("a name or value that only looks right", "sends the name of a currency"),
        IntegratorMistake("invented paths", "calls a path that does not exist"),
        IntegratorMistake("other methods", "calls by PUT"),
        IntegratorMistake("calls from a browser", "calls from a browser"),
        IntegratorMistake("a card number for a hash", "sends a card number for a hash"),
        IntegratorMistake("a widget's checkbox elsewhere", "asks for a checkbox at another widget"),
        IntegratorMistake("letters that disappear", "drops letters that are not Latin"),
        IntegratorMistake("metadata made text", "makes text of metadata"),
    ]

    private static let taking = [
        IntegratorMistake("an address for each type", "has an address for ready_to_confirm alone"),
        IntegratorMistake("another answer than 200", "answers 204"),
        IntegratorMistake("a redirect", "answers 302"),
        IntegratorMistake("one's own failure as an answer", "answers 500"),
        IntegratorMistake("failing on unknown types", "fails on unknown types"),
        IntegratorMistake("long work before the answer", "calls the bank before it answers a webhook"),
        IntegratorMistake("currencies compared with case", "compares currencies with case"),
        IntegratorMistake("failing on new members", "fails on unknown members"),
        IntegratorMistake("failing without optional members", "wants to know the recipient"),
        IntegratorMistake("the first payout taken for granted", "fails on an empty list of payouts"),
        IntegratorMistake("one payout taken for granted", "fails on several payouts"),
        IntegratorMistake("metadata taken for text", "wants metadata to be text"),
        IntegratorMistake("fractions of a second", "reads three digits of a second"),
    ]

    private static let unseen = [
        IntegratorMistake("invented hosts, or the one for tests in production", unseen: "a suite gives the address"),
        IntegratorMistake("a private key in the code or in a log", unseen: "no suite sees code and logs"),
        IntegratorMistake("whole card numbers in a database or a log", unseen: "no suite sees database and logs"),
        IntegratorMistake("one public token for many pages", unseen: "no suite for partners opens the widget"),
        IntegratorMistake("the payer's INN for the recipient's", unseen: "no order of a suite wants a receipt"),
    ]

    @Test(arguments: signing + moving + writing + taking + unseen)
    private func `a mistake is made by a specimen, or nobody can see it`(_ mistake: IntegratorMistake) {
        guard let name = mistake.specimen else {
            #expect(mistake.reason != nil)
            return
        }
        // Where several cases tell, the name of the specimen has the case behind it.
        #expect(Zoo.all.contains { $0.name == name || $0.name.hasPrefix("\(name) (") }, "\(name)")
    }
}
