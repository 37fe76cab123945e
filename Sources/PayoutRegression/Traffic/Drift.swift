/// What messages of today have that those of the baseline had not, or the other way round.
public struct Drift: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The kinds of drift.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A message of a kind that was not seen before.
        case newMessage = "new-message"
        /// A member that was never there.
        case newMember = "new-member"
        /// A member that was always there, and never is now.
        case memberGone = "member-gone"
        /// A member that was always there, and sometimes is not.
        case memberMissing = "member-missing"
        /// A value has another type.
        case changedType = "changed-type"
        /// A word that was not among those that were seen.
        case newValue = "new-value"
        /// Texts have another form, such as dates without fractions.
        case changedForm = "changed-form"
        /// Members stand in another order.
        case changedOrder = "changed-order"
        /// A rule is broken that was kept.
        case newRefusal = "new-refusal"
        /// Half of the answers take more than twice the time, and a twentieth of a second more.
        case slower
    }

    /// Fewer milliseconds more are the noise of a machine, not drift.
    private static let noticeableDelay = 50

    /// The kind of drift.
    public let kind: Kind
    /// The message.
    public let message: String
    /// The place with `*` for positions, or what the drift is about.
    public let place: String
    /// What was there, and what is.
    public let detail: String

    /// One line for people.
    public var description: String {
        "\(kind.rawValue): \(message)\(place.isEmpty ? "" : " \(place)")\(detail.isEmpty ? "" : ": \(detail)")"
    }

    /// Orders by the line.
    public static func < (first: Drift, second: Drift) -> Bool { first.description < second.description }

    /// The drift from a baseline to what is seen now, in order.
    ///
    /// Kinds of messages that were not seen now say nothing: a night may bring none of them.
    public static func between(_ baseline: MessageShapes, _ now: MessageShapes) -> [Drift] {
        var found: [Drift] = []
        for (name, today) in now.messages {
            guard let before = baseline.messages[name] else {
                found.append(Drift(kind: .newMessage, message: name, place: "", detail: ""))
                continue
            }
            found += drift(name, before, today)
        }
        return found.sorted()
    }

    private static func drift(
        _ name: String,
        _ before: MessageShapes.Message,
        _ today: MessageShapes.Message
    ) -> [Drift] {
        var found: [Drift] = []
        func add(_ kind: Kind, _ place: String, _ detail: String) {
            found.append(Drift(kind: kind, message: name, place: place, detail: detail))
        }
        for (path, place) in today.places {
            guard let known = before.places[path] else {
                // Only the outermost new place is news.
                if before.places[parent(path)] != nil { add(.newMember, path, list(place.types)) }
                continue
            }
            let types = place.types.subtracting(known.types)
            if !types.isEmpty { add(.changedType, path, "\(list(known.types)) became \(list(types))") }
            if let values = place.values, let old = known.values, !old.isEmpty {
                for value in values.subtracting(old).sorted() { add(.newValue, path, value) }
            }
            if let forms = place.forms, let old = known.forms, place.values == nil || known.values == nil {
                let added = forms.subtracting(old)
                if !old.isEmpty, !added.isEmpty { add(.changedForm, path, "\(list(old)) became \(list(added))") }
            }
        }
        for (path, known) in before.places where !path.isEmpty && !path.hasSuffix("/*") {
            guard let holder = before.places[parent(path)], let now = today.places[parent(path)] else { continue }
            guard holder.count == known.count else { continue }
            let count = today.places[path]?.count ?? 0
            if count == 0 {
                add(.memberGone, path, "")
            } else if count < now.count {
                add(.memberMissing, path, "in \(now.count - count) of \(now.count)")
            }
        }
        for (path, place) in today.places {
            guard let orders = place.orders, let known = before.places[path]?.orders, !known.isEmpty else { continue }
            let added = orders.filter { order in !known.contains { isSameOrder(order, $0) } }
            if let first = added.min() { add(.changedOrder, path, first) }
        }
        for rule in Set(today.refusals.keys).subtracting(before.refusals.keys) {
            add(.newRefusal, rule, "\(today.refusals[rule] ?? 0) of \(today.count)")
        }
        if let old = before.medianTime, let new = today.medianTime, new > old * 2, new - old >= noticeableDelay {
            add(.slower, "", "half of the answers took up to \(old) ms, now \(new) ms")
        }
        return found
    }

    private static func parent(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func list(_ words: Set<String>) -> String { words.sorted().joined(separator: ", ") }

    /// Whether the members that two orders share come in the same order.
    private static func isSameOrder(_ first: String, _ second: String) -> Bool {
        let (one, other) = (first.split(separator: ","), second.split(separator: ","))
        let shared = Set(one).intersection(other)
        return one.filter(shared.contains) == other.filter(shared.contains)
    }
}
