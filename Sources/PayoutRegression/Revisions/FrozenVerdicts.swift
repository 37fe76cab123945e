import PartnerSignature
package import PayoutContract
import PayoutVectors

/// A list of verdicts that revisions gave and have to give for ever.
///
/// One line a case: its id, the start of the SHA-256 of its body, and the verdicts as runs, the oldest revision's first. The
/// first line names the revisions. A case that is not listed is not frozen yet, so new cases break nothing.
package struct FrozenVerdicts: Sendable {
    /// A file that is no such list.
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Entry: Sendable {
        let digest: String
        let verdicts: [RevisionVerdict]
    }

    private let revisions: [String]
    private let entries: [String: Entry]

    /// How many cases are frozen.
    package var count: Int { entries.count }

    /// Reads a list.
    ///
    /// - Throws: an error with the line that can't be read.
    package init(reading bytes: [UInt8]) throws(Unreadable) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let head = lines.first?.split(separator: " ") ?? []
        guard head.first == "revisions", head.count > 1 else {
            throw Unreadable(description: "1: must be `revisions` and their names")
        }
        revisions = head.dropFirst().map(String.init)
        var entries: [String: Entry] = [:]
        for (index, line) in lines.enumerated().dropFirst() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, let verdicts = RevisionVerdict.verdicts(in: parts[2], count: revisions.count) else {
                throw Unreadable(description: "\(index + 1): must be an id, a digest, and \(revisions.count) verdicts")
            }
            entries[String(parts[0])] = Entry(digest: String(parts[1]), verdicts: verdicts)
        }
        self.entries = entries
    }

    /// Lists the verdicts on every case.
    ///
    /// - Throws: an error when a contract can't be used.
    package init(listing history: RevisionHistory, threads: Int) throws(ContractError) {
        revisions = history.revisions
        let trials = history.trials.values.sorted { $0.id < $1.id }
        let verdicts = try Parallel.map(trials, threads: threads) { (trial) throws(ContractError) in
            try history.verdicts(on: trial)
        }
        let pairs = zip(trials, verdicts).map { ($0.id, Entry(digest: Self.digest(of: $0), verdicts: $1)) }
        entries = Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The list as a file.
    package var bytes: [UInt8] {
        var lines = [(["revisions"] + revisions).joined(separator: " ")]
        for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
            lines.append("\(id) \(entry.digest) \(RevisionVerdict.text(of: entry.verdicts))")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func digest(of trial: MessageTrial) -> String {
        String(SHA256Digest(of: trial.message.body + (trial.message.request ?? [])).hexadecimal.prefix(8))
    }
}

extension FrozenVerdicts {
    /// What no longer is as it was frozen, a sentence each.
    ///
    /// - Parameter step: Of the cases that every revision judges alike, if it has them, only each so many-th is looked at.
    /// - Throws: an error when a contract can't be used.
    package func changes(
        in history: RevisionHistory,
        every step: Int = 1,
        threads: Int
    ) throws(ContractError) -> [String] {
        for revision in revisions where !history.revisions.contains(revision) {
            return ["the revision \(revision) is gone"]
        }
        let known = entries.sorted { $0.key < $1.key }.enumerated()
            .filter { index, entry in
                index % step == 0 || Set(entry.value.verdicts).subtracting([.absent]).count > 1
            }
            .map(\.element)
        return
            try Parallel.map(known, threads: threads) { (id, entry) throws(ContractError) in
                try changes(of: id, entry, in: history)
            }
            .flatMap(\.self)
    }

    private func changes(
        of id: String,
        _ entry: Entry,
        in history: RevisionHistory
    ) throws(ContractError) -> [String] {
        guard let trial = history.trials[id] else {
            return history.retired.contains(id) ? [] : ["\(id): the case is gone, and retired.json does not say why"]
        }
        guard Self.digest(of: trial) == entry.digest else { return ["\(id): the body is another one"] }
        let today = Dictionary(
            zip(history.revisions, try history.verdicts(on: trial)),
            uniquingKeysWith: { first, _ in first }
        )
        return zip(revisions, entry.verdicts)
            .compactMap { revision, verdict in
                guard let now = today[revision], now != verdict else { return nil }
                return "\(id): \(revision) says \(now), and has said \(verdict)"
            }
    }
}
