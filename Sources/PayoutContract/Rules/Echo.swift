import StrictJSON

/// What the bank sends back of a request.
enum Echo {
    /// Whether `echo` says the same as what was sent.
    ///
    /// Metadata come back exactly. Elsewhere the bank may leave members out and add its own, and writes a currency in
    /// any case: live answers to `rub` hold `RUB`.
    static func matches(_ echo: JSONValue, _ sent: JSONValue, isExact: Bool) -> Bool {
        if isExact { return echo.isEqual(to: sent) }
        var waiting = [(echo, sent, false)]
        while let (echo, sent, isCurrency) = waiting.popLast() {
            // A null is an absent member.
            if echo.isNull || sent.isNull { continue }
            if echo.kind == .object, sent.kind == .object {
                for member in sent.members {
                    guard let other = echo.value(ofName: member.nameBytes) else { continue }
                    waiting.append((other, member.value, member.name == "currency"))
                }
            } else if isCurrency, let first = echo.string, let second = sent.string {
                guard first.lowercased() == second.lowercased() else { return false }
            } else if !echo.isEqual(to: sent) {
                return false
            }
        }
        return true
    }
}
