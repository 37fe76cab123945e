/// What kind of change it is; the raw value is part of a change's id.
public enum ChangeKind: String, CaseIterable, Hashable, Sendable {
    // Types.
    case typeAdded = "type-added"
    case typeRemoved = "type-removed"
    case nullAllowed = "null-allowed"
    case nullForbidden = "null-forbidden"
    case fractionsAllowed = "fractions-allowed"
    case fractionsForbidden = "fractions-forbidden"
    case valueForbidden = "value-forbidden"
    case valuePermitted = "value-permitted"
    // Listed values.
    case valueAdded = "value-added"
    case valueRemoved = "value-removed"
    case valuesListed = "values-listed"
    case valuesOpened = "values-opened"
    case constantChanged = "constant-changed"
    // Numbers.
    case minimumAdded = "minimum-added"
    case minimumRemoved = "minimum-removed"
    case minimumRaised = "minimum-raised"
    case minimumLowered = "minimum-lowered"
    case maximumAdded = "maximum-added"
    case maximumRemoved = "maximum-removed"
    case maximumRaised = "maximum-raised"
    case maximumLowered = "maximum-lowered"
    case multipleAdded = "multiple-added"
    case multipleRemoved = "multiple-removed"
    case multipleChanged = "multiple-changed"
    // Strings.
    case minimumLengthRaised = "minimum-length-raised"
    case minimumLengthLowered = "minimum-length-lowered"
    case maximumLengthAdded = "maximum-length-added"
    case maximumLengthRemoved = "maximum-length-removed"
    case maximumLengthRaised = "maximum-length-raised"
    case maximumLengthLowered = "maximum-length-lowered"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case formatChanged = "format-changed"
    // Arrays.
    case minimumItemsRaised = "minimum-items-raised"
    case minimumItemsLowered = "minimum-items-lowered"
    case maximumItemsAdded = "maximum-items-added"
    case maximumItemsRemoved = "maximum-items-removed"
    case maximumItemsRaised = "maximum-items-raised"
    case maximumItemsLowered = "maximum-items-lowered"
    case uniqueItemsDemanded = "unique-items-demanded"
    case uniqueItemsDropped = "unique-items-dropped"
    case containedElementAdded = "contained-element-added"
    case containedElementRemoved = "contained-element-removed"
    case containedElementChanged = "contained-element-changed"
    // Objects.
    case memberRequired = "member-required"
    case memberOptional = "member-optional"
    case memberDescribed = "member-described"
    case memberUndescribed = "member-undescribed"
    case memberForbidden = "member-forbidden"
    case memberPermitted = "member-permitted"
    case othersForbidden = "others-forbidden"
    case othersPermitted = "others-permitted"
    case namesRestricted = "names-restricted"
    case namesFreed = "names-freed"
    case namesChanged = "names-changed"
    case namePatternAdded = "name-pattern-added"
    case namePatternRemoved = "name-pattern-removed"
    case minimumMembersRaised = "minimum-members-raised"
    case minimumMembersLowered = "minimum-members-lowered"
    case maximumMembersAdded = "maximum-members-added"
    case maximumMembersRemoved = "maximum-members-removed"
    case maximumMembersRaised = "maximum-members-raised"
    case maximumMembersLowered = "maximum-members-lowered"
    case dependencyAdded = "dependency-added"
    case dependencyRemoved = "dependency-removed"
    // Choices, conditions, negations.
    case choiceAdded = "choice-added"
    case choiceRemoved = "choice-removed"
    case choiceMadeExclusive = "choice-made-exclusive"
    case choiceMadeInclusive = "choice-made-inclusive"
    case alternativeAdded = "alternative-added"
    case alternativeRemoved = "alternative-removed"
    case conditionAdded = "condition-added"
    case conditionRemoved = "condition-removed"
    case conditionChanged = "condition-changed"
    case prohibitionAdded = "prohibition-added"
    case prohibitionRemoved = "prohibition-removed"
    case prohibitionChanged = "prohibition-changed"
    case unevaluatedDemanded = "unevaluated-demanded"
    case unevaluatedDropped = "unevaluated-dropped"
    case keywordChanged = "keyword-changed"
    /// What is not compared: more places, deeper ones or more changes than are looked at, or what is not understood.
    case notCompared = "not-compared"
    // What no schema states.
    case checkAdded = "check-added"
    case checkRemoved = "check-removed"
    case checkLimitRaised = "check-limit-raised"
    case checkLimitLowered = "check-limit-lowered"
    case echoAdded = "echo-added"
    case echoRemoved = "echo-removed"
    case adviceAdded = "advice-added"
    case adviceRemoved = "advice-removed"
    case adviceChanged = "advice-changed"
    case sensitivityChanged = "sensitivity-changed"
    case keywordRuleChanged = "keyword-rule-changed"
    // Messages and rules.
    case messageAdded = "message-added"
    case messageRemoved = "message-removed"
    case ruleAdded = "rule-added"
    case ruleRemoved = "rule-removed"
    case ruleLevelRaised = "rule-level-raised"
    case ruleLevelLowered = "rule-level-lowered"
    case ruleLenientLevelChanged = "rule-lenient-level-changed"
    case ruleScopeChanged = "rule-scope-changed"
    case ruleTextChanged = "rule-text-changed"
    case ruleSourcesChanged = "rule-sources-changed"
    // The protocol around the messages.
    case errorCodeAdded = "error-code-added"
    case errorCodeRemoved = "error-code-removed"
    case transitionAdded = "transition-added"
    case transitionRemoved = "transition-removed"
    case transitionTargetChanged = "transition-target-changed"
    case transitionWebhookChanged = "transition-webhook-changed"
    case headerAdded = "header-added"
    case headerRemoved = "header-removed"
    case headerRequired = "header-required"
    case headerOptional = "header-optional"
    case headerValueChanged = "header-value-changed"
    case signatureSettingChanged = "signature-setting-changed"
    case bodyEncodingChanged = "body-encoding-changed"
}

/// What a change does to the messages that are allowed.
enum ChangeEffect: Hashable, Sendable {
    /// Fewer messages are allowed.
    case narrows
    /// More messages are allowed.
    case widens
    /// Both may be, or it is not known.
    case either
    /// The verdicts stay.
    case none
}

/// How much a change matters to who is at the other end.
public enum ChangeClass: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Words, sources and masks; no verdict changes.
    case documentation
    /// Nothing that was right is wrong now.
    case compatible
    /// It could not be shown to be harmless, nor to do harm.
    case undecided
    /// A careful program is not hurt, others may be.
    case risky
    /// A program that was right is wrong now.
    case breaking

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Orders by how much it matters.
    public static func < (first: ChangeClass, second: ChangeClass) -> Bool { first.rank < second.rank }
}
