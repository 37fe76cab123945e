extension UnicodeProperty {
    typealias Category = Unicode.GeneralCategory

    /// General categories by their names in PropertyValueAliases.txt; groups such as `L` are their unions.
    static let categories: [String: Set<Category>] = {
        var result: [String: Set<Category>] = [:]
        var groups: [String: Set<Category>] = [:]
        for (short, long, category) in leaves {
            result[short] = [category]
            result[long] = [category]
            groups[String(short.prefix(1)), default: []].insert(category)
        }
        for (short, long) in groupNames {
            result[short] = groups[short]
            result[long] = groups[short]
        }
        let cased: Set<Category> = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
        result["LC"] = cased
        result["Cased_Letter"] = cased
        result["digit"] = [.decimalNumber]
        result["cntrl"] = [.control]
        result["punct"] = groups["P"]
        result["Combining_Mark"] = groups["M"]
        return result
    }()

    private static let groupNames: [(String, String)] = [
        ("L", "Letter"), ("M", "Mark"), ("N", "Number"), ("P", "Punctuation"), ("S", "Symbol"), ("Z", "Separator"),
        ("C", "Other"),
    ]

    private static let leaves: [(String, String, Category)] = [
        ("Lu", "Uppercase_Letter", .uppercaseLetter), ("Ll", "Lowercase_Letter", .lowercaseLetter),
        ("Lt", "Titlecase_Letter", .titlecaseLetter), ("Lm", "Modifier_Letter", .modifierLetter),
        ("Lo", "Other_Letter", .otherLetter), ("Mn", "Nonspacing_Mark", .nonspacingMark),
        ("Mc", "Spacing_Mark", .spacingMark), ("Me", "Enclosing_Mark", .enclosingMark),
        ("Nd", "Decimal_Number", .decimalNumber), ("Nl", "Letter_Number", .letterNumber),
        ("No", "Other_Number", .otherNumber), ("Pc", "Connector_Punctuation", .connectorPunctuation),
        ("Pd", "Dash_Punctuation", .dashPunctuation), ("Ps", "Open_Punctuation", .openPunctuation),
        ("Pe", "Close_Punctuation", .closePunctuation), ("Pi", "Initial_Punctuation", .initialPunctuation),
        ("Pf", "Final_Punctuation", .finalPunctuation), ("Po", "Other_Punctuation", .otherPunctuation),
        ("Sm", "Math_Symbol", .mathSymbol), ("Sc", "Currency_Symbol", .currencySymbol),
        ("Sk", "Modifier_Symbol", .modifierSymbol), ("So", "Other_Symbol", .otherSymbol),
        ("Zs", "Space_Separator", .spaceSeparator), ("Zl", "Line_Separator", .lineSeparator),
        ("Zp", "Paragraph_Separator", .paragraphSeparator), ("Cc", "Control", .control),
        ("Cf", "Format", .format), ("Cs", "Surrogate", .surrogate), ("Co", "Private_Use", .privateUse),
        ("Cn", "Unassigned", .unassigned),
    ]

    /// Binary properties of ECMA-262, table 68, by long and short name.
    static func binaryProperty(named name: String) -> ((Unicode.Scalar) -> Bool)? {
        switch name {
        case "ASCII_Hex_Digit", "AHex": { $0.properties.isASCIIHexDigit }
        case "Alphabetic", "Alpha": { $0.properties.isAlphabetic }
        case "Bidi_Control", "Bidi_C": { $0.properties.isBidiControl }
        case "Bidi_Mirrored", "Bidi_M": { $0.properties.isBidiMirrored }
        case "Case_Ignorable", "CI": { $0.properties.isCaseIgnorable }
        case "Cased": { $0.properties.isCased }
        case "Dash": { $0.properties.isDash }
        case "Default_Ignorable_Code_Point", "DI": { $0.properties.isDefaultIgnorableCodePoint }
        case "Deprecated", "Dep": { $0.properties.isDeprecated }
        case "Diacritic", "Dia": { $0.properties.isDiacritic }
        case "Emoji": { $0.properties.isEmoji }
        case "Emoji_Modifier", "EMod": { $0.properties.isEmojiModifier }
        case "Emoji_Modifier_Base", "EBase": { $0.properties.isEmojiModifierBase }
        case "Emoji_Presentation", "EPres": { $0.properties.isEmojiPresentation }
        case "Extender", "Ext": { $0.properties.isExtender }
        case "Grapheme_Base", "Gr_Base": { $0.properties.isGraphemeBase }
        case "Grapheme_Extend", "Gr_Ext": { $0.properties.isGraphemeExtend }
        case "Hex_Digit", "Hex": { $0.properties.isHexDigit }
        case "ID_Continue", "IDC": { $0.properties.isIDContinue }
        case "ID_Start", "IDS": { $0.properties.isIDStart }
        case "Ideographic", "Ideo": { $0.properties.isIdeographic }
        case "Join_Control", "Join_C": { $0.properties.isJoinControl }
        case "Lowercase", "Lower": { $0.properties.isLowercase }
        case "Math": { $0.properties.isMath }
        case "Noncharacter_Code_Point", "NChar": { $0.properties.isNoncharacterCodePoint }
        case "Pattern_White_Space", "Pat_WS": { $0.properties.isPatternWhitespace }
        case "Quotation_Mark", "QMark": { $0.properties.isQuotationMark }
        case "Radical": { $0.properties.isRadical }
        case "Sentence_Terminal", "STerm": { $0.properties.isSentenceTerminal }
        case "Soft_Dotted", "SD": { $0.properties.isSoftDotted }
        case "Terminal_Punctuation", "Term": { $0.properties.isTerminalPunctuation }
        case "Unified_Ideograph", "UIdeo": { $0.properties.isUnifiedIdeograph }
        case "Uppercase", "Upper": { $0.properties.isUppercase }
        case "Variation_Selector", "VS": { $0.properties.isVariationSelector }
        case "White_Space", "space": { $0.properties.isWhitespace }
        case "XID_Continue", "XIDC": { $0.properties.isXIDContinue }
        case "XID_Start", "XIDS": { $0.properties.isXIDStart }
        default: nil
        }
    }
}
