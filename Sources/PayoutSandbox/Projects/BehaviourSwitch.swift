/// A member of ``BankBehaviour`` by name, for the command line, the project file and the control API.
public struct BehaviourSwitch: Sendable {
    /// The name, such as `error_status`.
    public let name: String
    /// The values it takes, such as `by_kind|400|200` or `SECONDS`.
    public let values: String
    /// One line for people, without a full stop.
    public let summary: String
    private let read: @Sendable (String, inout BankBehaviour) -> Bool
    private let write: @Sendable (BankBehaviour) -> String

    init(
        _ name: String,
        _ values: String,
        _ summary: String,
        read: @escaping @Sendable (String, inout BankBehaviour) -> Bool,
        write: @escaping @Sendable (BankBehaviour) -> String
    ) {
        self.name = name
        self.values = values
        self.summary = summary
        self.read = read
        self.write = write
    }

    /// Sets the member from text; false when the text is none of the values.
    public func set(_ text: String, in behaviour: inout BankBehaviour) -> Bool {
        read(text, &behaviour)
    }

    /// The value as ``set(_:in:)`` reads it.
    public func text(in behaviour: BankBehaviour) -> String {
        write(behaviour)
    }

    /// Finds a switch by its name, byte for byte.
    public static func named(_ name: String) -> BehaviourSwitch? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

// MARK: Kinds of values

extension BehaviourSwitch {
    typealias Member<Value> = any WritableKeyPath<BankBehaviour, Value> & Sendable

    static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String,
        _ member: Member<Value>,
        _ summary: String
    ) -> BehaviourSwitch where Value.RawValue == String {
        let values = Value.allCases.map(\.rawValue).joined(separator: "|")
        return BehaviourSwitch(name, values, summary) { text, behaviour in
            guard let value = Value(rawValue: text) else { return false }
            behaviour[keyPath: member] = value
            return true
        } write: {
            $0[keyPath: member].rawValue
        }
    }

    static func flag(_ name: String, _ member: Member<Bool>, _ summary: String) -> BehaviourSwitch {
        BehaviourSwitch(name, "on|off", summary) { text, behaviour in
            switch text {
            case "on", "true": behaviour[keyPath: member] = true
            case "off", "false": behaviour[keyPath: member] = false
            default: return false
            }
            return true
        } write: {
            $0[keyPath: member] ? "on" : "off"
        }
    }

    static func seconds(_ name: String, _ member: Member<Duration>, _ summary: String) -> BehaviourSwitch {
        BehaviourSwitch(name, "SECONDS", summary) { text, behaviour in
            guard let duration = Duration(secondsText: text) else { return false }
            behaviour[keyPath: member] = duration
            return true
        } write: {
            $0[keyPath: member].secondsText
        }
    }

    static func number(
        _ name: String,
        _ range: ClosedRange<Int>,
        _ member: Member<Int>,
        _ summary: String
    ) -> BehaviourSwitch {
        BehaviourSwitch(name, "\(range.lowerBound)-\(range.upperBound)", summary) { text, behaviour in
            guard let number = Int(text), range.contains(number) else { return false }
            behaviour[keyPath: member] = number
            return true
        } write: {
            String($0[keyPath: member])
        }
    }

    static func optionalNumber(_ name: String, _ member: Member<Int?>, _ summary: String) -> BehaviourSwitch {
        BehaviourSwitch(name, "off|MINOR_UNITS", summary) { text, behaviour in
            if text == "off" || text == "false" {
                behaviour[keyPath: member] = nil
                return true
            }
            guard let number = Int(text), (0...1_000_000_000).contains(number) else { return false }
            behaviour[keyPath: member] = number
            return true
        } write: {
            $0[keyPath: member].map(String.init) ?? "off"
        }
    }
}
