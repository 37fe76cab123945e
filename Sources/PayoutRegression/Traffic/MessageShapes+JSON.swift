public import PayoutContract
public import StrictJSON

extension MessageShapes {
    /// What was seen as JSON, for a file.
    public var json: JSONTree {
        func list(_ words: Set<String>?) -> JSONTree { words.map { .array($0.sorted().map { .string($0) }) } ?? .null }
        func counts(_ counts: [String: Int]) -> JSONTree {
            .object(counts.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .number(JSONNumber($0.value))) })
        }
        func sorted<Value>(_ table: [String: Value], _ tree: (Value) -> JSONTree) -> JSONTree {
            .object(table.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: tree($0.value)) })
        }
        let messages = sorted(messages) { message in
            [
                "count": .number(JSONNumber(message.count)), "refusals": counts(message.refusals),
                "times": counts(Dictionary(uniqueKeysWithValues: message.times.map { (String($0.key), $0.value) })),
                "orders": sorted(message.places.filter { $0.value.orders?.isEmpty != true }) { list($0.orders) },
                "places": sorted(message.places) { place in
                    [
                        "count": .number(JSONNumber(place.count)), "types": list(place.types),
                        "values": list(place.values), "forms": list(place.forms),
                    ]
                },
            ]
        }
        return ["format": 1, "messages": messages]
    }

    /// Reads what ``json`` wrote; nil when the value has another form.
    public init?(_ tree: JSONTree) {
        func words(_ tree: JSONTree?) -> Set<String>? { tree?.elements.map { Set($0.compactMap(\.string)) } }
        func count(_ tree: JSONTree?) -> Int? { tree?.number?.int64.flatMap { Int(exactly: $0) } }
        func counts(_ tree: JSONTree?) -> [String: Int] {
            var table: [String: Int] = [:]
            for member in tree?.members ?? [] { table[member.name] = count(member.value) }
            return table
        }
        guard tree["format"] == 1, let members = tree["messages"]?.members else { return nil }
        self.init()
        for member in members {
            var message = Message()
            guard let total = count(member.value["count"]), let places = member.value["places"]?.members else {
                return nil
            }
            message.count = total
            message.refusals = counts(member.value["refusals"])
            for (power, count) in counts(member.value["times"]) {
                if let power = Int(power) { message.times[power] = count }
            }
            for entry in places {
                guard let total = count(entry.value["count"]) else { return nil }
                var place = Place()
                place.count = total
                place.types = words(entry.value["types"]) ?? []
                place.values = words(entry.value["values"])
                place.forms = words(entry.value["forms"])
                message.places[entry.name] = place
            }
            for entry in member.value["orders"]?.members ?? [] {
                message.places[entry.name]?.orders = words(entry.value)
            }
            messages[member.name] = message
        }
    }

    /// Looks at the messages of one line; a line without a readable message says nothing.
    ///
    /// - Throws: an error when the contract can't be used.
    public mutating func look(at line: NDJSONLine, by contract: Contract) throws(ContractError) {
        let reader = TrafficReader(contract: contract, type: nil, api: .v1)
        _ = try reader.forEachMessage(in: line) { message throws(ContractError) in try look(at: message, by: contract) }
    }
}
