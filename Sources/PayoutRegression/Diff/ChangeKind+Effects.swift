import PayoutContract

extension ChangeKind {
    /// What the kind alone says about the messages that are allowed.
    var effect: ChangeEffect {
        switch self {
        case .typeRemoved, .nullForbidden, .fractionsForbidden, .valueForbidden, .valueRemoved, .valuesListed,
            .minimumAdded, .minimumRaised, .maximumAdded, .maximumLowered, .multipleAdded, .minimumLengthRaised,
            .maximumLengthAdded, .maximumLengthLowered, .patternAdded, .minimumItemsRaised, .maximumItemsAdded,
            .maximumItemsLowered, .uniqueItemsDemanded, .containedElementAdded, .memberRequired, .memberForbidden,
            .othersForbidden, .namesRestricted, .namePatternAdded, .minimumMembersRaised, .maximumMembersAdded,
            .maximumMembersLowered, .dependencyAdded, .choiceAdded, .choiceMadeExclusive, .alternativeRemoved,
            .conditionAdded, .prohibitionAdded, .checkAdded, .checkLimitLowered, .echoAdded, .messageRemoved,
            .ruleLevelRaised, .transitionRemoved, .headerRequired, .errorCodeRemoved:
            .narrows
        case .typeAdded, .nullAllowed, .fractionsAllowed, .valuePermitted, .valueAdded, .valuesOpened, .minimumRemoved,
            .minimumLowered, .maximumRemoved, .maximumRaised, .multipleRemoved, .minimumLengthLowered,
            .maximumLengthRemoved, .maximumLengthRaised, .patternRemoved, .minimumItemsLowered, .maximumItemsRemoved,
            .maximumItemsRaised, .uniqueItemsDropped, .containedElementRemoved, .memberOptional, .memberDescribed,
            .memberUndescribed, .memberPermitted, .othersPermitted, .namesFreed, .namePatternRemoved,
            .minimumMembersLowered, .maximumMembersRemoved, .maximumMembersRaised, .dependencyRemoved, .choiceRemoved,
            .choiceMadeInclusive, .alternativeAdded, .conditionRemoved, .prohibitionRemoved, .checkRemoved,
            .checkLimitRaised, .echoRemoved, .messageAdded, .ruleLevelLowered, .transitionAdded, .headerOptional,
            .errorCodeAdded:
            .widens
        case .constantChanged, .multipleChanged, .patternChanged, .containedElementChanged, .namesChanged,
            .conditionChanged, .prohibitionChanged, .keywordChanged, .transitionTargetChanged,
            .transitionWebhookChanged, .headerValueChanged, .signatureSettingChanged, .headerAdded, .headerRemoved,
            .notCompared:
            .either
        case .formatChanged, .adviceAdded, .adviceRemoved, .adviceChanged, .sensitivityChanged, .keywordRuleChanged,
            .ruleAdded, .ruleRemoved, .ruleLenientLevelChanged, .ruleTextChanged, .ruleSourcesChanged,
            .bodyEncodingChanged:
            .none
        }
    }

    /// Whether no verdict and no advice hangs on it.
    var isDocumentation: Bool {
        switch self {
        case .formatChanged, .sensitivityChanged, .keywordRuleChanged, .ruleTextChanged, .ruleSourcesChanged,
            .ruleAdded, .ruleRemoved, .bodyEncodingChanged:
            true
        default: false
        }
    }

    /// The effect that hurts who is at the other end: a sender by fewer messages, a receiver by more.
    func harm(in direction: MessageType.Direction) -> ChangeEffect {
        // What is described no more is no longer understood, though it is still let through.
        if direction == .request { return self == .memberUndescribed ? .widens : .narrows }
        return .widens
    }

    /// How much the harm matters, where it is shown.
    func harmClass(in direction: MessageType.Direction) -> ChangeClass {
        if direction == .request { return self == .memberUndescribed ? .risky : .breaking }
        switch self {
        case .typeAdded, .nullAllowed, .fractionsAllowed, .memberOptional, .constantChanged, .memberRequired,
            .messageRemoved:
            return .breaking
        default:
            return .risky
        }
    }

    /// The effect in a direction.
    ///
    /// What a response describes anew it promises; what a request describes anew may be sent from now on.
    func effect(in direction: MessageType.Direction) -> ChangeEffect {
        self == .memberDescribed && direction != .request ? .narrows : effect
    }

    /// Whether it is about one member's being there at all, or about its value as a whole.
    var isAboutMember: Bool {
        [.memberDescribed, .memberUndescribed, .memberForbidden, .memberPermitted].contains(self)
    }

    /// The keywords of schemas that fail because of it; none for any.
    var keywords: Set<String> {
        switch self {
        case .typeAdded, .typeRemoved, .nullAllowed, .nullForbidden, .fractionsAllowed, .fractionsForbidden:
            ["type", "not", "enum", "const", "multipleOf"]
        case .valueAdded, .valueRemoved, .valuesListed, .valuesOpened, .constantChanged: ["enum", "const", "type"]
        case .minimumAdded, .minimumRemoved, .minimumRaised, .minimumLowered: ["minimum", "exclusiveMinimum"]
        case .maximumAdded, .maximumRemoved, .maximumRaised, .maximumLowered: ["maximum", "exclusiveMaximum"]
        case .multipleAdded, .multipleRemoved, .multipleChanged: ["multipleOf"]
        case .minimumLengthRaised, .minimumLengthLowered: ["minLength"]
        case .maximumLengthAdded, .maximumLengthRemoved, .maximumLengthRaised, .maximumLengthLowered: ["maxLength"]
        case .patternAdded, .patternRemoved, .patternChanged: ["pattern"]
        case .minimumItemsRaised, .minimumItemsLowered: ["minItems"]
        case .maximumItemsAdded, .maximumItemsRemoved, .maximumItemsRaised, .maximumItemsLowered: ["maxItems"]
        case .uniqueItemsDemanded, .uniqueItemsDropped: ["uniqueItems"]
        case .memberRequired, .memberOptional: ["required"]
        case .minimumMembersRaised, .minimumMembersLowered: ["minProperties"]
        case .maximumMembersAdded, .maximumMembersRemoved, .maximumMembersRaised, .maximumMembersLowered:
            ["maxProperties"]
        default: []
        }
    }
}
