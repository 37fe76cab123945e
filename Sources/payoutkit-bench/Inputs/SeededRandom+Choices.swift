import PayoutRegression

extension SeededRandom {
    /// A number with exactly `count` digits, as text.
    mutating func digits(_ count: Int) -> String {
        var text = String(Int.random(in: 1...9, using: &self))
        while text.utf8.count < count { text.append(String(Int.random(in: 0...9, using: &self))) }
        return text
    }

    /// One of `choices`, which must not be empty.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &self)]
    }
}
