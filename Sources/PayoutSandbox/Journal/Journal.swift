import HTTPWire
import PartnerSignature
import PayoutContract

/// Writes down everything that the sandbox answers and does, a line of JSON each, before anybody learns of it.
///
/// The kinds of lines: `start` of a run, `exchange` for a call with its answer, `step` for what the bank does by itself,
/// `delivery` for an attempt with a webhook, and `reset`. Bodies are in Base64. What a line changes in the books stands in
/// `changes`, so the last state of each entry is that of its last line.
final class Journal: Sendable {
    private let file: JournalFile
    private let showsSensitive: Bool

    init(file: JournalFile, showsSensitive: Bool) {
        self.file = file
        self.showsSensitive = showsSensitive
    }

    private var writer: EntryWriter { EntryWriter(showsSensitive: showsSensitive) }

    /// Begins a run; its line is written with the first other one, so that a sandbox which cannot listen leaves no trace.
    func start(at now: SandboxInstant, seed: UInt64, resumes: Bool) {
        file.begin(
            with: line("start", at: now) { out in
                out.number("version", JournalReader.version)
                out.string("seed", String(seed))
                out.boolean("resumes", resumes)
                out.boolean("masked", !showsSensitive)
            }
        )
    }

    /// Lets another process have the file.
    func close() {
        file.close()
    }

    /// Everything before is forgotten.
    func reset(at now: SandboxInstant) {
        _ = append("reset", at: now) { _ in }
    }

    /// Writes a call with its answer; false when it could not be written.
    func write(_ exchange: Exchange, _ changes: [BankChange], _ effects: [Effect]) -> Bool {
        append("exchange", at: exchange.receivedAt) { out in
            out.number("id", exchange.id)
            writer.write(exchange, to: &out)
            write(changes, effects, to: &out)
        }
    }

    /// Writes what the bank did by itself.
    func write(_ changes: [BankChange], _ effects: [Effect], at now: SandboxInstant) {
        _ = append("step", at: now) { write(changes, effects, to: &$0) }
    }

    /// Writes how far a webhook is.
    func write(_ delivery: Delivery, at now: SandboxInstant) {
        _ = append("delivery", at: now) { writer.write(delivery, to: &$0) }
    }

    private func append(_ kind: String, at now: SandboxInstant, _ body: (inout JSONOutput) -> Void) -> Bool {
        file.append(line(kind, at: now, body))
    }

    private func line(_ kind: String, at now: SandboxInstant, _ body: (inout JSONOutput) -> Void) -> [UInt8] {
        var out = JSONOutput()
        out.open()
        out.string("kind", kind)
        out.number("at", now.microseconds)
        body(&out)
        out.close()
        return out.bytes
    }

    private func write(_ changes: [BankChange], _ effects: [Effect], to out: inout JSONOutput) {
        out.open("changes", "[")
        for change in changes { writer.write(change, to: &out) }
        out.close("]")
        let letters = effects.compactMap { effect -> Letter? in
            if case .webhook(let letter) = effect { letter } else { nil }
        }
        guard !letters.isEmpty else { return }
        out.open("webhooks", "[")
        for letter in letters { writer.write(letter, to: &out) }
        out.close("]")
    }
}
