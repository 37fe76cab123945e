/// One place at which two values differ.
public struct JSONDifference: Sendable {
    /// The place, in both values.
    public let pointer: JSONPointer
    /// What stands there before; nil where something was added.
    public let before: JSONValue?
    /// What stands there after; nil where something was removed.
    public let after: JSONValue?
}

extension JSONValue {
    /// Where this value differs from an earlier one, in the order of the earlier text, what was added last.
    ///
    /// Objects are compared by the names of their members, arrays by position, and whatever else by the way it is
    /// written: `1.0` differs from `1`. White space and the order of members are no difference. It recurses once a level.
    public func differences(from earlier: JSONValue) -> [JSONDifference] {
        var found: [JSONDifference] = []
        Self.compare(earlier, self, at: .root, into: &found)
        return found
    }

    private static func compare(
        _ before: JSONValue,
        _ after: JSONValue,
        at pointer: JSONPointer,
        into found: inout [JSONDifference]
    ) {
        switch (before.kind, after.kind) {
        case (.object, .object):
            for member in before.members {
                let place = pointer.appending(member.name)
                if let other = after[member.name] {
                    compare(member.value, other, at: place, into: &found)
                } else {
                    found.append(JSONDifference(pointer: place, before: member.value, after: nil))
                }
            }
            for member in after.members where before[member.name] == nil {
                found.append(
                    JSONDifference(pointer: pointer.appending(member.name), before: nil, after: member.value)
                )
            }
        case (.array, .array):
            let (old, new) = (Array(before.elements), Array(after.elements))
            for position in 0..<max(old.count, new.count) {
                let place = pointer.appending(position)
                if position < old.count, position < new.count {
                    compare(old[position], new[position], at: place, into: &found)
                } else {
                    let before = position < old.count ? old[position] : nil
                    let after = position < new.count ? new[position] : nil
                    found.append(JSONDifference(pointer: place, before: before, after: after))
                }
            }
        default:
            guard before.rawBytes != after.rawBytes else { return }
            found.append(JSONDifference(pointer: pointer, before: before, after: after))
        }
    }
}
