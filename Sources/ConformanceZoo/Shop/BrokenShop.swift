import PayoutConformance
import PayoutVectors

/// A way in which the kit's shop is wrong, and the case that has to tell.
private struct ShopFlaw {
    var fault: ShopFault
    var caseID: String
    var rule: RuleID
    var level: Rule.Level
    var pace: PartnerPace

    init(
        _ fault: ShopFault,
        _ caseID: String,
        _ rule: RuleID,
        _ level: Rule.Level = .must,
        pace: PartnerPace = BrokenShop.pace
    ) {
        self.pace = pace
        self.fault = fault
        self.caseID = caseID
        self.rule = rule
        self.level = level
    }
}

/// The kit's shop, broken on purpose.
package enum BrokenShop {
    /// What a broken shop may take: enough for its right part on a busy machine, and little where it hangs.
    fileprivate static let pace = PartnerPace(
        start: .seconds(10),
        confirm: .seconds(6),
        quiet: .milliseconds(300),
        books: .milliseconds(300)
    )

    /// For a shop that is late on purpose: by a quarter of what it may take, so it comes to its answer sooner.
    private static let hasty = PartnerPace(
        start: .seconds(10),
        confirm: .seconds(3),
        quiet: .milliseconds(300),
        books: .milliseconds(300)
    )

    /// All shops that are broken on purpose.
    package static let specimens: [Specimen] = (calls + effects + webhooks + keeping)
        .map { flaw in
            Specimen(
                name: flaw.name,
                suite: "partner",
                caseID: "partner." + flaw.caseID,
                rule: flaw.rule,
                level: flaw.level,
                target: EmbeddedPartner(faults: [flaw.fault], pace: flaw.pace)
            )
        }

    /// Shops whose calls are wrong.
    private static let calls: [ShopFlaw] = [
        ShopFlaw(.signsOtherBytes, "calls.signed", "SIG.BYTES"),
        ShopFlaw(.signsWithAnotherKey, "calls.signed", "SIG.KEY"),
        ShopFlaw(.signsNothing, "calls.signed", "SIG.PRESENT"),
        ShopFlaw(.signsInHexadecimal, "calls.signed", "SIG.BASE64"),
        ShopFlaw(.cutsSignatures, "calls.signed", "SIG.LENGTH"),
        ShopFlaw(.signsThePath, "calls.signed", "SIG.BYTES"),
        ShopFlaw(.namesNoProject, "calls.headers", "HEADER.PROJECT"),
        ShopFlaw(.callsByPut, "calls.headers", "METHOD.POST"),
        ShopFlaw(.inventsPaths, "calls.headers", "PATH.KNOWN"),
        ShopFlaw(.sendsForms, "calls.headers", "HEADER.CONTENT_TYPE"),
        ShopFlaw(.inventsHeaders, "calls.headers", "HEADER.INVENTED", .should),
        ShopFlaw(.callsFromBrowsers, "calls.headers", "TRANSPORT.NO_BROWSER"),
        ShopFlaw(.sendsNoIdempotencyKey, "calls.idempotency-key", "IDEMPOTENCY.KEY", .should),
        ShopFlaw(.sendsRoubles, "flow.accepted", "ORDER.SENT"),
        ShopFlaw(.sendsAmountsAsText, "calls.body", "AMOUNT.MINOR_UNITS"),
        ShopFlaw(.rounds, "calls.amount-odd", "ORDER.SENT"),
        ShopFlaw(.changesCurrency, "flow.accepted", "ORDER.SENT"),
        ShopFlaw(.changesMetadata, "flow.accepted", "ORDER.SENT"),
        ShopFlaw(.flattensMetadata, "calls.metadata-object", "ORDER.SENT"),
        ShopFlaw(.transliterates, "calls.name-cyrillic", "NAMES.UNCHANGED"),
        ShopFlaw(.changesName, "calls.name-latin", "NAMES.UNCHANGED"),
        ShopFlaw(.sendsCardNumbers, "calls.body", "ORDER.SENT"),
        ShopFlaw(.sendsBlankHashes, "calls.body", "HASH.NOT_BLANK"),
        ShopFlaw(.namesNobody, "calls.body", "ORDER.SENT"),
        ShopFlaw(.callsV1, "v2.flow.accepted", "ORDER.SENT"),
        ShopFlaw(.sendsBrokenJSON, "calls.body", "TEXT.RFC8259"),
        ShopFlaw(.sendsLatin1, "calls.body", "TEXT.UTF8"),
        ShopFlaw(.leavesAmountOut, "calls.body", "MEMBER.REQUIRED"),
        ShopFlaw(.sendsUnknownTypes, "calls.body", "MEMBER.VALUE"),
        ShopFlaw(.mixesInstruments, "calls.body", "INSTRUMENT.MATCHES_TYPE"),
        ShopFlaw(.sendsNegativeAmounts, "calls.body", "AMOUNT.POSITIVE"),
        ShopFlaw(.sendsNumbersForText, "calls.body", "MEMBER.TYPE"),
        ShopFlaw(.writesCurrencyNames, "calls.body", "CURRENCY.CODE"),
        ShopFlaw(.mixesVersions, "calls.one-version", "VERSION.ONE_SHAPE", .should),
        ShopFlaw(.mixesVersions, "v2.flow.accepted", "VERSION.ONE_SHAPE", .should),
    ]

    /// Shops that move money which they must not move, or none.
    private static let effects: [ShopFlaw] = [
        ShopFlaw(.confirmsTwice, "flow.accepted", "CONFIRM.ONCE"),
        ShopFlaw(.confirmsEveryDelivery, "delivery.ready-at-once", "CONFIRM.ONCE"),
        ShopFlaw(.confirmsEveryDelivery, "delivery.ready-after-confirm", "CONFIRM.ONCE"),
        ShopFlaw(.confirmsBeforeWebhook, "flow.waits", "SESSION.CONFIRM_AFTER_WEBHOOK"),
        ShopFlaw(.ignoresAmounts, "mismatch.amount-raised", "CONFIRM.MATCHES_ORDER"),
        ShopFlaw(.ignoresAmounts, "v2.mismatch.amount-hundredfold", "CONFIRM.MATCHES_ORDER"),
        ShopFlaw(.ignoresCurrencies, "mismatch.other-currency", "CONFIRM.MATCHES_ORDER"),
        ShopFlaw(.ignoresRecipients, "mismatch.other-recipient", "CONFIRM.MATCHES_ORDER"),
        ShopFlaw(.confirmsUnknownSessions, "mismatch.unknown-session", "CONFIRM.MATCHES_ORDER"),
        ShopFlaw(.neverConfirms, "flow.accepted", "ORDER.CONFIRMED"),
        ShopFlaw(.cancelsEverything, "v2.flow.accepted", "ORDER.CONFIRMED"),
        ShopFlaw(.paysAgainAfterFailure, "flow.failed", "PAYOUT.ONE_PER_ORDER"),
        ShopFlaw(.paysAgainAfterError, "flow.error-not-final", "SESSION.ERROR_NOT_FINAL"),
        ShopFlaw(.startsAgainAfterLostAnswer, "start.dropped", "RETRY.SAFE"),
        ShopFlaw(.startsAgainAfterLostAnswer, "start.page", "RETRY.SAFE"),
        ShopFlaw(.startsAgainWhenRefused, "flow.refused-at-start", "PAYOUT.REFUSED_LATE", .should),
        ShopFlaw(.startsEveryTime, "start.twice", "PAYOUT.ONE_PER_ORDER", .should),
        ShopFlaw(.confirmsFinished, "delivery.ready-after-end", "WEBHOOK.ANY_ORDER"),
        ShopFlaw(.takesRepeatsForFailures, "books.repeated", "IDEMPOTENCY.NOT_A_FAILURE"),
        ShopFlaw(.paysAgainForRepeats, "start.repeated", "IDEMPOTENCY.NOT_A_FAILURE"),
        ShopFlaw(.readsDescriptions, "start.repeated-reworded", "ERROR.BY_CODE"),
        ShopFlaw(.repeatsAndBooksFailure, "books.lost-start", "IDEMPOTENCY.NOT_A_FAILURE"),
        ShopFlaw(.booksLostAnswersAsFailed, "books.lost-start", "ENVELOPE.ANY_BODY", .should),
        ShopFlaw(.readsHTTPStatusOnly, "books.refused-with-200", "ENVELOPE.READ_STATUS", .should),
        ShopFlaw(.readsHTTPStatusOnly, "confirm.refused-with-200", "ENVELOPE.READ_STATUS", .should),
        ShopFlaw(.readsStatusMemberOnly, "books.refused-bare", "ENVELOPE.READ_STATUS", .should),
        ShopFlaw(.readsStatusMemberOnly, "confirm.refused-bare", "ENVELOPE.READ_STATUS", .should),
        ShopFlaw(.keepsRefusedPending, "books.refused-at-start", "ORDER.BOOKS", .should),
        ShopFlaw(.cancelsFinished, "flow.failed", "SESSION.STATE", .should),
        ShopFlaw(.confirmsTwice, "delivery.ready-twice", "SESSION.STATE"),
        ShopFlaw(.refundsFailed, "flow.failed", "SESSION.NO_REFUND"),
        ShopFlaw(.readsAmountOfInstrument, "mismatch.amount-of-instrument", "PAYOUT.AMOUNT_PLACE"),
        ShopFlaw(.forgetsRefusedConfirmations, "confirm.refused-once", "CONFIRM.STORED_LATE", .should),
        ShopFlaw(.acceptsNothing, "flow.accepted", "ORDER.SENT"),
        ShopFlaw(.startsNothing, "flow.waits", "ORDER.SENT"),
        ShopFlaw(.failsOnLostAnswers, "confirm.page", "ENVELOPE.ANY_BODY"),
    ]

    /// Shops that take webhooks wrongly.
    private static let webhooks: [ShopFlaw] = [
        ShopFlaw(.trustsUnsigned, "forged.ready.unsigned", "WEBHOOK.VERIFY"),
        ShopFlaw(.trustsEverySignature, "forged.ready.other-key", "WEBHOOK.VERIFY"),
        ShopFlaw(.trustsEverySignature, "forged.ready.word-as-signature", "WEBHOOK.VERIFY"),
        ShopFlaw(.trustsTampered, "forged.ready.tampered", "WEBHOOK.VERIFY"),
        ShopFlaw(.answersForgeriesWith500, "forged.ready.unsigned", "WEBHOOK.VERIFY", .should),
        ShopFlaw(.answers204, "flow.accepted", "WEBHOOK.ONLY_200", .should),
        ShopFlaw(.answers302, "flow.accepted", "WEBHOOK.ANSWER_200"),
        ShopFlaw(.answers500, "flow.waits", "WEBHOOK.ANSWER_200"),
        ShopFlaw(.hangsOnWebhooks, "flow.accepted", "WEBHOOK.ANSWER_200"),
        ShopFlaw(.closesOnWebhooks, "flow.accepted", "WEBHOOK.ANSWER_200"),
        ShopFlaw(.failsOnUnknownTypes, "webhook.unknown-type", "WEBHOOK.OTHER_TYPES"),
        ShopFlaw(.takesReadyOnly, "webhook.action-required", "WEBHOOK.ONE_ADDRESS"),
        ShopFlaw(.failsOnUnknownMembers, "webhook.unknown-members", "WEBHOOK.TOLERANT"),
        ShopFlaw(.failsOnSeveralPayouts, "webhook.several-payouts", "PAYOUT.EVERY_ITEM", .should),
        ShopFlaw(.failsOnEmptyLists, "webhook.empty-list", "PAYOUT.EVERY_ITEM", .should),
        ShopFlaw(.wantsCustomerObject, "webhook.empty-array", "WEBHOOK.TOLERANT"),
        ShopFlaw(.wantsAnotherHeader, "webhook.lower-case-headers", "WEBHOOK.NO_OTHER_HEADER"),
        ShopFlaw(.comparesCurrenciesByCase, "webhook.currency-capitals", "CURRENCY.ANY_CASE"),
        ShopFlaw(.verifiesAnew, "webhook.indented", "WEBHOOK.RAW_BYTES"),
        ShopFlaw(.failsOnRepeatedWebhooks, "delivery.finished-repeated", "WEBHOOK.REPEATED"),
        ShopFlaw(.actsOnUnfinishedLists, "webhook.action-required", "WEBHOOK.ONE_ADDRESS"),
        ShopFlaw(.callsBeforeAnswering, "delivery.slow-bank", "WEBHOOK.QUICK", .should, pace: hasty),
        ShopFlaw(.trustsEverySignature, "webhook.behind-retired-key", "WEBHOOK.VERIFY"),
        ShopFlaw(.keepsAwayAfterForgeries, "webhook.behind-retired-key", "WEBHOOK.ANSWER_200"),
        ShopFlaw(.readsOneVersion, "webhook.other-version", "VERSION.ONE_SHAPE", .should),
        ShopFlaw(.wantsAnswerFirst, "delivery.before-answer", "WEBHOOK.BEFORE_ANSWER", .should),
    ]

    /// Shops that do not cancel, or whose books are wrong.
    private static let keeping: [ShopFlaw] = [
        ShopFlaw(.confirmsToCancel, "cancel.waiting", "CANCEL.MEANS_CANCEL"),
        ShopFlaw(.ignoresCancelling, "cancel.waiting", "CANCEL.MEANS_CANCEL"),
        ShopFlaw(.booksAtOnce, "books.confirmed", "ORDER.BOOKS"),
        ShopFlaw(.booksTwice, "books.paid-once", "ORDER.BOOKS"),
        ShopFlaw(.booksByType, "books.failed", "ORDER.BOOKS"),
        ShopFlaw(.confirmsRefused, "flow.refused-early", "PAYOUT.RESULT_BY_STATUS"),
        ShopFlaw(.keepsErrors, "books.late-success", "ORDER.BOOKS"),
        ShopFlaw(.booksForgeries, "books.forged", "ORDER.BOOKS"),
        ShopFlaw(.forgetsReturns, "books.returned", "ORDER.BOOKS", .should),
        ShopFlaw(.forgetsCancelling, "books.cancelled", "ORDER.BOOKS"),
        ShopFlaw(.booksWrongStateAsFailed, "books.lost-confirmation", "ORDER.BOOKS"),
        ShopFlaw(.reopensPaid, "books.late-ready", "ORDER.BOOKS"),
        ShopFlaw(.printsNoBooks, "books.paid", "ORDER.BOOKS"),
        ShopFlaw(.hangsOnBooks, "books.pending", "ORDER.BOOKS"),
    ]
}

extension ShopFlaw {
    /// The fault; with the case, where several cases tell.
    fileprivate var name: String { "\(fault.rawValue) (\(caseID))" }
}
