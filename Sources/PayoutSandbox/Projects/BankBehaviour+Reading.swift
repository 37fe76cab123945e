import PayoutContract
import StrictJSON

extension BankBehaviour {
    /// Sets switches from `NAME=VALUE`, as the command line has them.
    ///
    /// - Throws: ``SandboxError/Code/configuration`` with a sentence that names the switch and its values.
    public mutating func set(_ assignment: String) throws(SandboxError) {
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw SandboxError(.configuration, "\(assignment) is not NAME=VALUE")
        }
        let name = String(parts[0])
        guard let found = BehaviourSwitch.named(name) else {
            let nearest = NameSuggestion.rightName(for: name, among: BehaviourSwitch.all.map(\.name))
            let hint = nearest.map { ", did you mean \($0)?" } ?? ""
            throw SandboxError(.configuration, "there is no switch \(name)\(hint)")
        }
        guard found.set(String(parts[1]), in: &self) else {
            throw SandboxError(.configuration, "\(name) takes \(found.values), not \(parts[1])")
        }
    }

    /// Sets switches from an object of their names and values.
    mutating func set(_ value: JSONValue, at path: String) throws(MemberFault) {
        let object = try ClosedObject(value, at: path, members: BehaviourSwitch.all.map(\.name))
        for found in BehaviourSwitch.all {
            guard let member = object[found.name] else { continue }
            guard let text = ClosedObject.text(of: member), found.set(text, in: &self) else {
                throw object.fault(of: found.name, "takes \(found.values)")
            }
        }
    }
}
