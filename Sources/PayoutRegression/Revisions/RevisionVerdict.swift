import PayoutContract
import StrictJSON

/// What a revision says of a case.
package enum RevisionVerdict: UInt8, Hashable, Sendable {
    /// Accepted in both profiles.
    case accepted = 0x41
    /// Refused, but not in the lenient profile.
    case refusedStrictly = 0x53
    /// Refused in both profiles.
    case refused = 0x52
    /// The revision has no such message.
    case absent = 0x2D

    /// The verdict of a contract on a case.
    init(of contract: Contract, on trial: MessageTrial) throws(ContractError) {
        guard contract.supports(trial.type) else {
            self = .absent
            return
        }
        if try trial.isAccepted(by: contract, .strict) {
            self = .accepted
        } else {
            self = try trial.isAccepted(by: contract, .lenient) ? .refusedStrictly : .refused
        }
    }
}

extension RevisionVerdict {
    /// Verdicts as runs of equal ones: `7-7A` for seven times absent and seven times accepted.
    static func text(of verdicts: [RevisionVerdict]) -> String {
        var text = ""
        var rest = verdicts[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            text += "\(run.count)\(Character(Unicode.Scalar(first.rawValue)))"
            rest = rest.dropFirst(run.count)
        }
        return text
    }

    /// Reads what ``text(of:)`` wrote for this many verdicts; nil when the text has another form.
    static func verdicts(in text: Substring, count: Int) -> [RevisionVerdict]? {
        var verdicts: [RevisionVerdict] = []
        var length = 0
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) {
                length = length * 10 + Int(byte - 0x30)
                guard length <= count else { return nil }
            } else {
                guard length > 0, let verdict = RevisionVerdict(rawValue: byte) else { return nil }
                verdicts += [RevisionVerdict](repeating: verdict, count: length)
                length = 0
            }
        }
        return verdicts.count == count && length == 0 ? verdicts : nil
    }
}
