import PayoutContract
import PayoutVectors
import StrictJSON

/// What was seen of messages: members, types, values, forms and order, verdicts and times.
///
/// No personal data is kept.
public struct MessageShapes: Hashable, Sendable {
    /// What was seen at one place.
    public struct Place: Hashable, Sendable {
        /// How often it was there.
        public var count = 0
        /// The JSON types.
        public var types: Set<String> = []
        /// Words such as `in_progress`; nil when there were too many, or texts of other kinds.
        public var values: Set<String>? = []
        /// The forms of texts, such as `9999-99-99`; nil when there were too many.
        public var forms: Set<String>? = []
        /// The orders of members, where it holds objects of several; nil when there were too many.
        public var orders: Set<String>? = []
    }

    /// What was seen of one kind of message.
    public struct Message: Hashable, Sendable {
        /// How many there were.
        public var count = 0
        /// How many the contract refused, by rule.
        public var refusals: [String: Int] = [:]
        /// What was seen at each place, with `*` for positions.
        public var places: [String: Place] = [:]
        /// Answers by their times: the number below each power of two of milliseconds.
        public var times: [Int: Int] = [:]

        /// The time below which half of the answers lie, in milliseconds, as a power of two; nil where none was measured.
        public var medianTime: Int? {
            var rest = (times.values.reduce(0, +) + 1) / 2
            for (power, count) in times.sorted(by: { $0.key < $1.key }) {
                rest -= count
                if rest <= 0 { return 1 << power }
            }
            return nil
        }
    }

    fileprivate static let maximumValueCount = 32
    fileprivate static let maximumFormCount = 16
    fileprivate static let maximumOrderCount = 32

    /// What was seen, by message.
    public var messages: [String: Message] = [:]

    /// Nothing was seen yet.
    public init() {}

    /// Looks at the messages of one line.
    ///
    /// - Throws: an error when the contract can't be used.
    mutating func look(at message: TrafficMessage, by contract: Contract) throws(ContractError) {
        guard let type = message.type, contract.supports(type) else { return }
        let result = try contract.check(message.body, as: type)
        messages[type.displayName, default: Message()].see(result, duration: message.duration)
    }

    /// Adds what was seen elsewhere.
    public mutating func add(_ other: MessageShapes) {
        for (name, theirs) in other.messages { messages[name, default: Message()].add(theirs) }
    }
}

extension MessageShapes.Message {
    fileprivate mutating func see(_ result: CheckResult, duration: Int64?) {
        count += 1
        if !result.isAccepted {
            for rule in Set(result.findings.filter { $0.severity == .error }.map(\.rule.rawValue)) {
                refusals[rule, default: 0] += 1
            }
        }
        if let duration {
            let milliseconds = max(1, duration / 1_000)
            times[Int64.bitWidth - milliseconds.leadingZeroBitCount, default: 0] += 1
        }
        if let root = result.document?.root { look(at: root) }
    }

    private mutating func look(at root: JSONValue) {
        var waiting: [(JSONValue, String)] = [(root, "")]
        while let (value, path) = waiting.popLast() {
            // Metadata are the partner's own: neither their names nor their texts are kept.
            let isOpen = !path.hasSuffix("/metadata")
            places[path, default: MessageShapes.Place()].see(value, at: path, isOpen: isOpen)
            guard isOpen else { continue }
            for member in value.members { waiting.append((member.value, "\(path)/\(member.name)")) }
            for element in value.elements { waiting.append((element, path + "/*")) }
        }
    }

    fileprivate mutating func add(_ other: Self) {
        count += other.count
        refusals.merge(other.refusals, uniquingKeysWith: +)
        times.merge(other.times, uniquingKeysWith: +)
        for (path, place) in other.places { places[path, default: MessageShapes.Place()].add(place) }
    }
}

extension MessageShapes.Place {
    fileprivate mutating func see(_ value: JSONValue, at path: String, isOpen: Bool) {
        count += 1
        let isFraction = value.number.map { !$0.isIntegerLiteral } ?? false
        types.insert(value.kind == .number ? (isFraction ? "number" : "integer") : value.kind.rawValue)
        let names = value.members.map(\.name)
        if isOpen, names.count > 1 { add(orders: [names.joined(separator: ",")]) }
        guard let text = value.string else { return }
        let name = path.split(separator: "/").last { $0 != "*" }.map(String.init) ?? ""
        let isWord = !text.isEmpty && text.utf8.count <= 40 && text.utf8.allSatisfy(Self.isWordByte)
        // A name, an account or a key is never kept as it stands.
        let isKept = isOpen && SensitiveData.kind(ofMember: name) == nil && isWord
        add(values: isKept ? [text] : nil, forms: [Self.form(of: text)])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
    }

    /// The text with digits as 9, letters as `a`, and what stands between.
    ///
    /// A run of letters or digits is one, since only where it stands counts; but each digit of a date or moment counts.
    private static func form(of text: String) -> String {
        let marks = text.unicodeScalars.prefix(64)
            .map { scalar -> UInt8 in
                switch scalar.value {
                case 0x30...0x39: 0x39
                case 0x20...0x2F, 0x3A...0x40, 0x5B...0x5E: UInt8(scalar.value)
                default: 0x61
                }
            }
        let isDate = marks.starts(with: "9999-99-99".utf8)
        var form: [UInt8] = []
        for mark in marks where isDate || mark != form.last || (mark != 0x61 && mark != 0x39) { form.append(mark) }
        return String(decoding: form, as: UTF8.self)
    }

    fileprivate mutating func add(_ other: Self) {
        count += other.count
        types.formUnion(other.types)
        add(values: other.values, forms: other.forms)
        add(orders: other.orders)
    }

    private mutating func add(orders added: Set<String>?) {
        orders = Self.joined(orders, added, limit: MessageShapes.maximumOrderCount)
    }

    private mutating func add(values added: Set<String>?, forms addedForms: Set<String>?) {
        values = Self.joined(values, added, limit: MessageShapes.maximumValueCount)
        forms = Self.joined(forms, addedForms, limit: MessageShapes.maximumFormCount)
    }

    private static func joined(_ first: Set<String>?, _ second: Set<String>?, limit: Int) -> Set<String>? {
        guard let first, let second else { return nil }
        let both = first.union(second)
        return both.count <= limit ? both : nil
    }
}
