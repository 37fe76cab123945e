import HTTPWire

/// Looks at all that has to be right before a suite against a bank can give a verdict: address, TLS, project, keys, clock.
///
/// It asks the same question as ``Preflight``, which each run begins with, and then looks at what only slows a run down.
public struct BankDoctor: Sendable {
    /// How many questions are timed.
    private static let questionCount = 5
    /// The pause of a delayed acknowledgement (RFC 1122, section 4.2.3.2, as Linux keeps it: 40 ms), with some room.
    private static let delayedAcknowledgement = Duration.milliseconds(35)...Duration.milliseconds(60)

    private let target: BankTarget

    /// Creates a doctor for the bank and the keys of `target`.
    public init(_ target: BankTarget) {
        self.target = target
    }

    /// Looks at everything; the first thing that is wrong ends it, as what follows can't be seen then.
    public func examine() -> [Diagnosis] {
        do throws(PreflightError) {
            let bank = try target.open()
            defer { bank.close() }
            return try examine(bank)
        } catch {
            return [Diagnosis(part: error.code.part, verdict: .wrong, sentence: error.sentence, fix: error.fix)]
        }
    }

    /// Looks at a bank that is connected.
    func examine(_ bank: BankConnection) throws(PreflightError) -> [Diagnosis] {
        let preflight = Preflight(bank)
        let answer = try preflight.run()
        return [address(answer), tls, keys, clock(answer.clockDifference), pauses(preflight, first: answer)]
    }

    private func address(_ answer: Preflight.Reply) -> Diagnosis {
        let time = answer.duration.inMilliseconds
        return Diagnosis(
            part: "address",
            verdict: .right,
            sentence: "\(target.url) answers as a payout API, in \(time) ms."
        )
    }

    private var tls: Diagnosis {
        if target.url.scheme == .https {
            return Diagnosis(part: "TLS", verdict: .right, sentence: "The certificate is trusted and names this host.")
        }
        if target.url.isLoopback {
            return Diagnosis(part: "TLS", verdict: .right, sentence: "Plain HTTP, inside this machine.")
        }
        return Diagnosis(
            part: "TLS",
            verdict: .doubtful,
            sentence: "Plain HTTP: names and hashes travel in the open.",
            fix: "Use the address that begins with https."
        )
    }

    private var keys: Diagnosis {
        guard target.bankKey != nil else {
            return Diagnosis(
                part: "keys",
                verdict: .doubtful,
                sentence: "The bank takes your signature; without its public key its webhooks can't be judged.",
                fix: "Give the bank's public key with --bank-key."
            )
        }
        return Diagnosis(
            part: "keys",
            verdict: .right,
            sentence: "The bank takes your signature; whether its own key is the right one, the first webhook tells."
        )
    }

    private func clock(_ difference: Int?) -> Diagnosis {
        guard let difference else {
            return Diagnosis(
                part: "clock",
                verdict: .doubtful,
                sentence: "The bank's answers have no Date to compare with."
            )
        }
        guard abs(difference) > Preflight.doubtfulClockDifference else {
            return Diagnosis(
                part: "clock",
                verdict: .right,
                sentence: "This machine and the bank agree to \(abs(difference)) s."
            )
        }
        return Diagnosis(
            part: "clock",
            verdict: .doubtful,
            sentence:
                "This machine's clock is \(abs(difference)) s \(difference > 0 ? "ahead of" : "behind") the bank's.",
            fix: "Let this machine take its time from the network."
        )
    }

    /// A pause of 40 ms in each answer tells of two small writes: the second waits for the first to be acknowledged (RFC 896).
    private func pauses(_ preflight: Preflight, first: Preflight.Reply) -> Diagnosis {
        var durations: [Duration] = []
        for _ in 0..<Self.questionCount {
            guard let answer = try? preflight.ask() else { break }
            durations.append(answer.duration)
        }
        let median = durations.sorted().dropFirst(durations.count / 2).first ?? first.duration
        guard target.url.isLoopback, Self.delayedAcknowledgement.contains(median) else {
            let time = median.inMilliseconds
            return Diagnosis(
                part: "pauses",
                verdict: .right,
                sentence: "An answer takes \(time) ms on a kept connection."
            )
        }
        return Diagnosis(
            part: "pauses",
            verdict: .doubtful,
            sentence:
                "Each answer takes 40 ms, as if its head and its body were written apart and waited for each other.",
            fix: "Set TCP_NODELAY on the server's sockets, or write head and body in one go."
        )
    }
}

extension PreflightError.Code {
    /// The part of the configuration that is wrong.
    fileprivate var part: String {
        switch self {
        case .unreachable, .notThePayoutAPI: "address"
        case .tls: "TLS"
        case .keyRefused, .keysMixedUp: "keys"
        case .projectUnknown, .notAuthorized: "project"
        case .clock: "clock"
        case .webhookListener: "webhooks"
        default: "kit"
        }
    }
}
