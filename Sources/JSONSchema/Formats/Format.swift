/// The formats of validation section 7.3 that this kit can assert.
enum Format: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case email
    case internationalEmail = "idn-email"
    case hostname
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid
    case uriTemplate = "uri-template"
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    /// Whether a text, valid UTF-8, has the format.
    func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = ByteScanner(text)
        switch self {
        case .dateTime: return scanner.takeDateTime() && scanner.isAtEnd
        case .date: return scanner.takeDate() && scanner.isAtEnd
        case .time: return scanner.takeTime() && scanner.isAtEnd
        case .duration: return scanner.takeDuration() && scanner.isAtEnd
        case .email: return EmailAddress.accepts(text, isInternational: false)
        case .internationalEmail: return EmailAddress.accepts(text, isInternational: true)
        case .hostname: return HostName.accepts(text)
        case .ipv4: return scanner.takeIPv4() && scanner.isAtEnd
        case .ipv6: return IPv6Address.accepts(text)
        case .uri: return URIGrammar(allowsUnicode: false).acceptsURI(text)
        case .uriReference: return URIGrammar(allowsUnicode: false).acceptsReference(text)
        case .iri: return URIGrammar(allowsUnicode: true).acceptsURI(text)
        case .iriReference: return URIGrammar(allowsUnicode: true).acceptsReference(text)
        case .uuid: return scanner.takeUUID() && scanner.isAtEnd
        case .uriTemplate: return URITemplate.accepts(text)
        case .jsonPointer: return scanner.takeJSONPointer() && scanner.isAtEnd
        case .relativeJSONPointer: return scanner.takeRelativeJSONPointer() && scanner.isAtEnd
        case .regex: return PatternParser.isPattern(String(decoding: text, as: UTF8.self))
        }
    }

    /// The name with an article, for messages.
    var phrase: String {
        switch self {
        case .dateTime: "a date and time of RFC 3339, such as 2025-05-27T02:03:00Z"
        case .date: "a date of RFC 3339, such as 2025-05-27"
        case .time: "a time of RFC 3339, such as 02:03:00Z"
        case .duration: "a duration of RFC 3339, such as P3D"
        case .email, .internationalEmail: "an e-mail address"
        case .hostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI"
        case .uriReference: "a URI reference"
        case .iri: "an IRI"
        case .iriReference: "an IRI reference"
        case .uuid: "a UUID"
        case .uriTemplate: "a URI template"
        case .jsonPointer: "a JSON Pointer"
        case .relativeJSONPointer: "a relative JSON Pointer"
        case .regex: "a regular expression of ECMA-262"
        }
    }
}
