/// What was found in a journal at the start of a sandbox.
public struct Resumption: Hashable, Sendable {
    /// How many bytes of a half-written last line were cut off.
    public let repairedByteCount: Int
    /// How many sessions were taken up; 0 unless the sandbox resumes.
    public let sessionCount: Int
    /// How many webhooks are sent that had not been taken.
    public let webhookCount: Int
}

/// A journal that is open for writing, with the books that it left when the sandbox resumes.
struct OpenedJournal {
    let journal: Journal
    let books: ResumedBooks?
    let summary: Resumption

    init(_ settings: JournalSettings, seed: UInt64, clock: any SandboxClock) throws(SandboxError) {
        let file = try JournalFile(path: settings.path)
        var books: ResumedBooks?
        if settings.resumes {
            let read = try JournalReader.read(file, path: settings.path)
            if let found = read.seed, found != seed {
                throw SandboxError(.journal, "the journal \(settings.path) was begun with the seed \(found)")
            }
            if let moment = read.lastMoment { (clock as? VirtualClock)?.resume(at: moment) }
            books = read
        }
        journal = Journal(file: file, showsSensitive: settings.showsSensitive)
        self.books = books
        summary = Resumption(
            repairedByteCount: file.repairedByteCount,
            sessionCount: books?.sessions.count ?? 0,
            webhookCount: books?.openLetters.count ?? 0
        )
        journal.start(at: clock.now, seed: seed, resumes: settings.resumes)
    }
}
