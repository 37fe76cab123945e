import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON

/// Why a project file can't be used: the file, the line, the member and the reason.
public struct ProjectFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line, such as `projects.json:7:5: projects[0].webhok_url is no known member, did you mean webhook_url?`.
    public let description: String
}

/// Projects from a file of JSON.
///
/// ```json
/// {"projects": [{
///     "name": "shop",
///     "partner_key": "shop.pub.pem",
///     "bank_signing_key": "bank.pem",
///     "webhook_url": "http://127.0.0.1:9000/webhook",
///     "submerchants": ["branch"],
///     "rights": ["session/create", "session/status"],
///     "switches": {"profile": "strict", "fee": 250, "currency_case": "upper"}
/// }]}
/// ```
///
/// Only `name` is required. Keys are paths of PEM files; one that is left out is the public test key. Switches are those of
/// ``BehaviourSwitch``.
public struct ProjectFile {
    /// The most projects in one file.
    public static let maximumProjectCount = 64

    private let name: String
    private let readKey: (String) throws -> [UInt8]

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - name: How errors call the file.
    ///   - readKey: Reads the key file at a path as it is written in the file.
    public init(name: String, readKey: @escaping (String) throws -> [UInt8]) {
        self.name = name
        self.readKey = readKey
    }

    /// Reads the projects.
    ///
    /// - Throws: An error that names file, line and member.
    public func read(_ bytes: [UInt8]) throws(ProjectFileError) -> [SandboxProject] {
        let document: JSONDocument
        do throws(JSONTextError) {
            document = try JSONDocument(parsing: bytes)
        } catch {
            throw place(error.offset, in: bytes, error.code.description)
        }
        do throws(MemberFault) {
            return try projects(document.root)
        } catch {
            throw place(error.offset, in: bytes, "\(error.path.isEmpty ? "the file" : error.path) \(error.sentence)")
        }
    }

    private func place(_ offset: Int, in bytes: [UInt8], _ sentence: String) -> ProjectFileError {
        ProjectFileError(description: "\(name):\(TextLines(bytes).position(at: offset)): \(sentence)")
    }

    private func projects(_ root: JSONValue) throws(MemberFault) -> [SandboxProject] {
        let object = try ClosedObject(root, members: ["projects"])
        guard let list = object["projects"], list.kind == .array, (1...Self.maximumProjectCount).contains(list.count)
        else {
            throw object.fault(of: "projects", "must be a list of 1 to \(Self.maximumProjectCount) projects")
        }
        var projects: [SandboxProject] = []
        for (index, element) in list.elements.enumerated() {
            let project = try project(element, at: "projects[\(index)]")
            guard !projects.contains(where: { $0.name == project.name }) else {
                let offset = (element["name"] ?? element).byteRange.lowerBound
                throw MemberFault(offset: offset, path: "projects[\(index)].name", sentence: "is given twice")
            }
            projects.append(project)
        }
        return projects
    }

    private func project(_ value: JSONValue, at path: String) throws(MemberFault) -> SandboxProject {
        let object = try ClosedObject(
            value,
            at: path,
            members: [
                "name", "partner_key", "bank_signing_key", "webhook_url", "submerchants", "rights", "switches",
            ]
        )
        var project = SandboxProject(name: try object.required("name"))
        project.partnerKey = try key(object, "partner_key") { try PublicKey(pem: $0) }
        project.bankKey = try key(object, "bank_signing_key") { try PrivateKey(pem: $0) }
        if let url = try object.string("webhook_url") {
            do throws(HTTPError) {
                project.webhookURL = try HTTPURL(url)
            } catch {
                throw object.fault(of: "webhook_url", "is no URL: \(error.sentence)")
            }
        }
        project.submerchants = try object.strings("submerchants") ?? []
        project.rights = try rights(object)
        if let switches = object["switches"] {
            try project.behaviour.set(switches, at: object.path(of: "switches"))
        }
        return project
    }

    private func rights(_ object: ClosedObject) throws(MemberFault) -> Set<Operation>? {
        guard let paths = try object.strings("rights") else { return nil }
        var rights: Set<Operation> = []
        for path in paths {
            guard let operation = Operation(path: path) else {
                let known = Operation.all.map(\.path).joined(separator: ", ")
                throw object.fault(of: "rights", "has \"\(path)\", which is none of \(known)")
            }
            rights.insert(operation)
        }
        return rights
    }

    private func key<Key>(
        _ object: ClosedObject,
        _ name: String,
        _ parse: ([UInt8]) throws -> Key
    ) throws(MemberFault) -> Key? {
        guard let path = try object.string(name) else { return nil }
        do {
            return try parse(readKey(path))
        } catch {
            throw object.fault(of: name, "cannot be used: \(error)")
        }
    }
}
