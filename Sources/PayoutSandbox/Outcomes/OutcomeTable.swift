import PayoutContract

/// The table of outcomes as text, the same in help, README and the control API.
public enum OutcomeTable {
    /// One line for each outcome: last four digits, kopecks, card number, error code and what happens.
    public static let lines: [String] = {
        let head = row("card", "kopecks", "card number", "what happens")
        let rows = OutcomeTrigger.all.map { trigger in
            let code = trigger.course.errorCode.map { "\($0): " } ?? ""
            return row(
                "..." + trigger.lastFour,
                trigger.kopecks.map { "..." + $0 } ?? "",
                trigger.cardNumber,
                code + trigger.summary
            )
        }
        return [head] + rows + [row("others", "others", "", "paid")]
    }()

    private static func row(_ card: String, _ kopecks: String, _ number: String, _ meaning: String) -> String {
        card.padded(to: 9) + kopecks.padded(to: 9) + number.padded(to: 18) + meaning
    }
}

extension PayoutCourse {
    /// The error code that the course brings, nil when it brings none.
    public var errorCode: String? {
        switch self {
        case .failure(let code), .earlyRefusal(let code), .refusedAtStart(let code), .lateSuccess(let code, _): code
        case .confirmTimeout: "confirm_timeout"
        case .success, .returned, .stuck: nil
        }
    }
}
