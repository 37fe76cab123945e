import PayoutContract
import StrictJSON

/// Makes a changed body acceptable again: adds what the change makes necessary, takes out what it forbids.
///
/// `type: wallet` in place of `type: card` wants a wallet and no card. What is to be added is asked of the schemas, what
/// is wrong of the contract; a body that is not accepted after some steps is given up.
struct BodyRepair {
    private static let stepLimit = 8

    let contract: Contract
    let walk: SchemaWalk

    /// The nearest accepted body, or nil.
    ///
    /// - Parameter kept: The place of the change, which is never undone.
    func repaired(
        _ body: JSONTree,
        as type: MessageType,
        keeping kept: JSONPointer,
        donors: (SchemaPlace) -> [JSONTree]
    ) throws(ContractError) -> JSONTree? {
        var body = body
        for _ in 0..<Self.stepLimit {
            let result = try contract.check(JSONWriter.compact.write(body), as: type, profile: .strict)
            guard let finding = result.findings.first(where: { $0.severity == .error }) else { return body }
            guard let next = step(finding, in: body, as: type, keeping: kept, donors: donors), next != body else {
                return nil
            }
            body = next
        }
        return nil
    }

    private func step(
        _ finding: Finding,
        in body: JSONTree,
        as type: MessageType,
        keeping kept: JSONPointer,
        donors: (SchemaPlace) -> [JSONTree]
    ) -> JSONTree? {
        if let name = finding.memberName, finding.pointer.tokens.last != name, body[finding.pointer]?[name] == nil {
            let place = finding.pointer.appending(name)
            let sites = walk.sites(of: body, schema: type.schemaURI).filter { $0.instance == place }
            let values = sites.flatMap { donors($0.schema) }
            return values.first.map { body.setting(place, to: $0) }
        }
        guard !finding.pointer.isPrefix(of: kept) else { return nil }
        return body.removing(finding.pointer)
    }
}
