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
            .maximumMembersLowered, .memberDescribed, .dependencyAdded, .choiceAdded, .choiceMadeExclusive,
            .alternativeRemoved,
            .conditionAdded, .prohibitionAdded, .unevaluatedDemanded, .checkAdded, .checkLimitLowered, .echoAdded,
            .messageRemoved,
            .ruleLevelRaised, .transitionRemoved, .headerRequired, .errorCodeRemoved:
            .narrows
        case .typeAdded, .nullAllowed, .fractionsAllowed, .valuePermitted, .valueAdded, .valuesOpened, .minimumRemoved,
            .minimumLowered, .maximumRemoved, .maximumRaised, .multipleRemoved, .minimumLengthLowered,
            .maximumLengthRemoved, .maximumLengthRaised, .patternRemoved, .minimumItemsLowered, .maximumItemsRemoved,
            .maximumItemsRaised, .uniqueItemsDropped, .containedElementRemoved, .memberOptional, .memberUndescribed,
            .memberPermitted, .othersPermitted, .namesFreed, .namePatternRemoved,
            .minimumMembersLowered, .maximumMembersRemoved, .maximumMembersRaised, .dependencyRemoved, .choiceRemoved,
            .choiceMadeInclusive, .alternativeAdded, .conditionRemoved, .prohibitionRemoved, .unevaluatedDropped,
            .checkRemoved,
            .checkLimitRaised, .echoRemoved, .messageAdded, .ruleLevelLowered, .transitionAdded, .headerOptional,
            .errorCodeAdded:
            .widens
        case .constantChanged, .multipleChanged, .patternChanged, .containedElementChanged, .namesChanged,
            .conditionChanged, .prohibitionChanged, .keywordChanged, .transitionTargetChanged,
            .transitionWebhookChanged, .headerValueChanged, .signatureSettingChanged, .headerAdded, .headerRemoved,
            .ruleScopeChanged, .notCompared:
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

    /// The effects that hurt who is at the other end, the gravest first, and how much they matter where they are shown.
    func harms(in direction: MessageType.Direction) -> [Harm] {
        guard direction == .request else { return [Harm(effect: .widens, changeClass: receiverHarm)] }
        switch self {
        // Only who sent a member that nobody had described is hurt.
        case .memberDescribed: return [Harm(effect: .narrows, changeClass: .risky)]
        // What is described no more is no longer understood, though it is still let through.
        case .memberUndescribed:
            return [Harm(effect: .narrows, changeClass: .breaking), Harm(effect: .widens, changeClass: .risky)]
        default: return [Harm(effect: .narrows, changeClass: .breaking)]
        }
    }

    /// An effect that hurts, and how much.
    struct Harm {
        let effect: ChangeEffect
        let changeClass: ChangeClass
    }

    private var receiverHarm: ChangeClass {
        switch self {
        case .typeAdded, .nullAllowed, .fractionsAllowed, .memberOptional, .constantChanged, .memberRequired,
            .messageRemoved:
            return .breaking
        default:
            return .risky
        }
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
