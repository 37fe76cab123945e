import PayoutVectors
import StrictJSON

/// Where in a message the annotations of its schemas apply: value checks, echoes, sensitive members, known names.
///
/// It is made once from the schemas of a message. A schema's annotations would be lost wherever an assertion fails beside
/// them, so the plan follows the structure alone: `$ref`, `allOf`, `properties` and `items`.
struct AnnotationPlan: Sendable {
    /// A check of a value under a rule.
    struct Check: Sendable {
        let check: ValueCheck
        let rule: RuleID
        /// The number that the annotation gives; 0 for none.
        let limit: Int
    }

    /// A member that an object may have.
    struct Member: Sendable {
        let name: String
        let nameBytes: [UInt8]
        /// The places that describe its value.
        var places: [Int]
        /// The name to use instead, for a known wrong name; nil for a right one.
        var instead: String?
    }

    /// Everything that the schemas say about one place.
    struct Place: Sendable {
        var checks: [Check] = []
        /// Pointers into the request whose values come back here.
        var echoes: [JSONPointer] = []
        var isSensitive = false
        var members: [Member] = []
        /// The places that describe each element of an array.
        var items: [Int] = []
    }

    /// The places; the first one describes the whole message.
    var places: [Place] = []

    /// The names that an object at `pointer` may have, without the known wrong ones.
    func knownNames(at pointer: JSONPointer) -> [String] {
        var names: [String] = []
        for place in places(at: pointer) {
            for member in places[place].members where member.instead == nil && !names.contains(member.name) {
                names.append(member.name)
            }
        }
        return names
    }

    /// Whether the schemas call the value at `pointer` personal data or a secret.
    func isSensitive(at pointer: JSONPointer) -> Bool {
        places(at: pointer).contains { places[$0].isSensitive }
    }

    /// The places that describe the member called `name` of what `current` describe.
    func places(ofMember name: [UInt8], in current: [Int]) -> [Int] {
        var found: [Int] = []
        for place in current {
            for member in places[place].members where member.nameBytes == name { found += member.places }
        }
        return found
    }

    private func places(at pointer: JSONPointer) -> [Int] {
        var current = places.isEmpty ? [] : [0]
        for token in pointer.tokens {
            let members = places(ofMember: Array(token.utf8), in: current)
            current = members + current.flatMap { places[$0].items }
        }
        return current
    }
}
