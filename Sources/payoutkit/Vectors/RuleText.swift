import PayoutVectors

extension Rule {
    /// The level, and the one of the lenient profile where it differs: `MUST, SHOULD in the lenient profile`.
    var levelText: String {
        lenientLevel == level ? level.rawValue : "\(level.rawValue), \(lenientLevel.rawValue) in the lenient profile"
    }
}

/// A rule as `explain` prints it for people.
struct RuleText {
    let rule: Rule
    let language: LocalizedText.Language
    /// Every case that names the rule.
    let cases: [VectorCase]

    /// The most cases of one verdict that are named.
    private static let maximumCaseCount = 5

    /// The whole text, with a line feed at its end.
    var text: String {
        var lines = [rule.id.rawValue, rule.statement[language], ""]
        lines.append(Self.row(label("Level", "Уровень"), levels))
        lines.append(Self.row(label("Why", "Зачем"), rule.why[language]))
        lines.append(Self.row(label("Fix", "Что делать"), rule.fix[language]))
        if let good = rule.good { lines.append(Self.row(label("Right", "Верно"), good)) }
        if let bad = rule.bad { lines.append(Self.row(label("Wrong", "Неверно"), bad)) }
        lines += ["", label("Sources", "Источники") + ":"]
        lines += rule.sources.map { "  \($0.certainty.rawValue) (\(meaning(of: $0.certainty))): \($0.location)" }
        lines += caseLines
        return lines.joined(separator: "\n") + "\n"
    }

    private var levels: String {
        guard rule.lenientLevel != rule.level else {
            return label("\(rule.level.rawValue) in both profiles", "\(rule.level.rawValue) в обоих профилях")
        }
        return label(
            "\(rule.level.rawValue) in the strict profile, \(rule.lenientLevel.rawValue) in the lenient one",
            "\(rule.level.rawValue) в строгом профиле (strict), \(rule.lenientLevel.rawValue) в мягком (lenient)"
        )
    }

    private var caseLines: [String] {
        guard !cases.isEmpty else {
            return ["", label("No vector shows it; the suites check it.", "Векторов нет, проверяют наборы тестов.")]
        }
        var lines = ["", label("Vectors that show it", "Векторы") + " (payoutkit vectors show ID):"]
        for verdict in VectorCase.Verdict.allCases {
            let found = Self.plainestFirst(cases.filter { $0.verdict == verdict })
            lines += found.prefix(Self.maximumCaseCount).map { "  \(verdict.rawValue)  \($0.id)" }
            if found.count > Self.maximumCaseCount {
                let command = "payoutkit vectors list --rule \(rule.id) --verdict \(verdict.rawValue)"
                let rest = found.count - Self.maximumCaseCount
                lines.append("  \(verdict.rawValue)  \(label("\(rest) more", "ещё \(rest)")): \(command)")
            }
        }
        return lines
    }

    /// The cases with bare texts before whole messages, and those that people wrote before those that are made of them.
    private static func plainestFirst(_ cases: [VectorCase]) -> [VectorCase] {
        let made = cases.filter(\.isMade)
        let written = cases.filter { !$0.isMade }
        return written.filter { $0.kind == .text } + written.filter { $0.kind != .text } + made
    }

    private func meaning(of certainty: Rule.Source.Certainty) -> String {
        switch certainty {
        case .bank: label("the bank's own page", "страница банка")
        case .sdk: label("the bank's official SDK", "официальный SDK банка")
        case .sibling: label("another operator of the platform", "другой оператор той же платформы")
        case .observed: label("seen in live traffic", "наблюдалось на практике")
        case .kit: label("a choice made here", "решение этого набора")
        }
    }

    private func label(_ english: String, _ russian: String) -> String {
        language == .ru ? russian : english
    }

    private static func row(_ label: String, _ text: String) -> String {
        "\(label):\(String(repeating: " ", count: max(1, 12 - label.count)))\(text)"
    }
}
