import PayoutContract
import PayoutVectors
import StrictJSON

/// Makes a long body short: takes out what it need not have, apart from one value and the way to it.
///
/// A body with everything in it is the only one that has some members; a case about one of them needs little more.
struct BodyReduction {
    /// The longest body that is used as it is, in bytes.
    static let byteLimit = 1_500

    let judge: Judge

    /// The shorter body with the advice that is given on it.
    ///
    /// - Parameter kept: The value that stays, whole.
    func reduced(_ body: AcceptedBody, keeping kept: JSONPointer) throws(ContractError) -> AcceptedBody {
        var tree = body.tree
        // Of the value itself everything stays: it is what the cases are about.
        for (depth, token) in kept.tokens.enumerated() {
            let place = JSONPointer(tokens: Array(kept.tokens.prefix(depth)))
            for sibling in Self.children(of: tree[place]).reversed() where sibling != token {
                tree = try reduced(tree, of: body, at: place.appending(sibling), keeping: kept)
            }
        }
        return AcceptedBody(
            id: "gen.\(body.id).part.\(Self.name(of: kept))",
            type: body.type,
            message: body.message,
            tree: tree,
            warnings: Set(try verdict(on: tree, of: body)?.findings ?? [])
        )
    }

    /// The tree without the member or element at a place; where it has to be there, without members of its own.
    private func reduced(
        _ tree: JSONTree,
        of body: AcceptedBody,
        at place: JSONPointer,
        keeping kept: JSONPointer
    ) throws(ContractError) -> JSONTree {
        let without = tree.removing(place)
        // Without an element before it, the value that stays would be in another place.
        let isInPlace = without[kept] == tree[kept]
        if isInPlace, try verdict(on: without, of: body) != nil { return without }
        var tree = tree
        for child in Self.children(of: tree[place]).reversed() {
            tree = try reduced(tree, of: body, at: place.appending(child), keeping: kept)
        }
        return tree
    }

    /// The names of members, or the positions of elements.
    private static func children(of value: JSONTree?) -> [String] {
        value?.members?.map(\.name) ?? value?.elements.map { $0.indices.map(String.init) } ?? []
    }

    private func verdict(on tree: JSONTree, of body: AcceptedBody) throws(ContractError) -> Expectation? {
        try judge.verdict(on: tree, as: body.type, beside: Judge.Tolerance(known: body.warnings))
    }

    private static func name(of pointer: JSONPointer) -> String {
        pointer.tokens.isEmpty ? "all" : pointer.tokens.map { Wording.slug($0) }.joined(separator: "-")
    }
}
