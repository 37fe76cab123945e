import Testing

@testable import PayoutSandbox

@Suite("Bank: cards and triggers") struct CardTests {
    @Test(arguments: OutcomeTrigger.all)
    func `the card of each trigger is a card with its last four digits`(_ trigger: OutcomeTrigger) throws {
        let card = try CardNumber(trigger.cardNumber)
        #expect(card.masked.lastFour == trigger.lastFour)
        #expect(OutcomeTrigger.course(ofLastFour: trigger.lastFour) == trigger.course)
    }

    @Test func `each ending stands in the table once`() {
        #expect(Set(OutcomeTrigger.all.map(\.lastFour)).count == OutcomeTrigger.all.count)
    }

    @Test func `a card that the table does not name goes by the amount`() {
        #expect(OutcomeTrigger.course(ofLastFour: "1111") == nil)
    }

    @Test(arguments: [
        ("4242424242424242", "visa"), ("2200240000014940", "mir"), ("5555555555554444", "mastercard"),
        ("2223003122003222", "mastercard"), ("6200000000000005", "unionpay"), ("5000000000000611", "maestro"),
        ("40000000000002", "visa"), ("4000000000000000006", "visa"),
    ])
    func `the payment system follows from the first digits`(_ number: String, _ brand: String) throws {
        #expect(try CardNumber(number).brand == brand)
    }

    @Test(arguments: [
        ("4242424242424241", CardNumber.Fault.checkDigit), ("4000000000006", .length),
        ("40000000000000000002", .length),
        ("", .length), ("4242 4242 4242 4242", .length), ("4242424242424٢42", .length), ("4242-424242424242", .length),
        ("378282246310005", .brand), ("2200********4940", .length),
    ])
    func `what is no card is refused with its reason`(_ number: String, _ fault: CardNumber.Fault) {
        #expect(throws: fault) { try CardNumber(number) }
    }
}
