import PartnerSignature
import PayoutContract
import StrictJSON

/// The books as the lines of a journal leave them.
struct ResumedBooks {
    var sessions: [String: PayoutSession] = [:]
    var tokens: [(name: SHA256Digest, token: PublicToken)] = []
    private var tokenPlaces: [SHA256Digest: Int] = [:]
    var cards: [SHA256Digest: MaskedCard] = [:]
    var idempotencyKeys: [IdempotencyKeys.Name: SandboxInstant] = [:]
    /// The webhooks that the bank wrote and that have not come to an end.
    var openLetters: [UInt64: Letter] = [:]
    var lastLetter: UInt64 = 0
    var lastMoment: SandboxInstant?
    /// The seed of the run that began them.
    var seed: UInt64?

    mutating func take(_ change: BankChange) {
        switch change {
        case .session(let session):
            // Two answers may be written in another order than the books changed.
            if let known = sessions[session.id], known.revision > session.revision { return }
            sessions[session.id] = session
        case .token(let name, let token):
            if let place = tokenPlaces[name] {
                tokens[place].token = token
            } else {
                tokenPlaces[name] = tokens.count
                tokens.append((name, token))
            }
        case .card(let name, let card):
            cards[name] = card
        case .idempotencyKey(let name, let expiry):
            idempotencyKeys[name] = expiry
        }
    }
}

/// Reads a journal into the books that it leaves.
struct JournalReader {
    /// The version of the lines.
    static let version = 1

    private(set) var books = ResumedBooks()
    private let path: String

    init(path: String) {
        self.path = path
    }

    /// Reads every line of the file.
    ///
    /// - Throws: ``SandboxError/Code/journal`` with the line that can't be read.
    static func read(_ file: JournalFile, path: String) throws(SandboxError) -> ResumedBooks {
        var reader = JournalReader(path: path)
        var splitter = NDJSONSplitter()
        try file.forEachChunk { chunk throws(SandboxError) in
            try splitter.feed(chunk) { line throws(SandboxError) in try reader.take(line) }
        }
        try splitter.finish { line throws(SandboxError) in try reader.take(line) }
        return reader.books
    }

    mutating func take(_ line: NDJSONLine) throws(SandboxError) {
        do {
            try take(JournalEntry(value: line.document().root))
        } catch {
            let what = (error as? EntryFault).map { "\($0.name) is missing or wrong" } ?? "\(error)"
            throw SandboxError(.journal, "the journal \(path) can't be read: line \(line.number): \(what)")
        }
    }

    private mutating func take(_ entry: JournalEntry) throws(EntryFault) {
        books.lastMoment = max(books.lastMoment ?? SandboxInstant(microseconds: .min), try entry.moment("at"))
        switch try entry.text("kind") {
        case "start":
            guard try entry.integer("version", Int.self) == Self.version else { throw EntryFault(name: "version") }
            if try !entry.flag("resumes") { forget() }
            books.seed = UInt64(try entry.text("seed"))
        case "reset":
            forget()
        case "exchange", "step":
            for change in try entry.list("changes") { books.take(try change.change()) }
            for webhook in try entry.list("webhooks") {
                let letter = try webhook.letter()
                books.openLetters[letter.number] = letter
                books.lastLetter = max(books.lastLetter, letter.number)
            }
        case "delivery":
            if entry.value["letter"] != nil, try entry.flag("settled") {
                books.openLetters[try entry.integer("letter")] = nil
            }
        default:
            throw EntryFault(name: "kind")
        }
    }

    private mutating func forget() {
        let (moment, seed) = (books.lastMoment, books.seed)
        books = ResumedBooks()
        books.lastMoment = moment
        books.seed = seed
    }
}
