import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox

extension SandboxConfiguration {
    /// Reads the options of `sandbox`.
    init(_ arguments: ParsedArguments, tls: TLSIdentity?, console: Console) throws {
        self.init()
        port = UInt16(try arguments.integer("--port", in: 0...65_535) ?? 8131)
        if let host = arguments["--host"] { self.host = host }
        if let seed = try arguments.integer("--seed", in: 0...Int.max) { self.seed = UInt64(seed) }
        if try arguments.choice("--clock", of: ClockChoice.self) == .virtual { clock = VirtualClock() }
        projects = try Self.projects(arguments, console: console)
        try readSchedule(arguments)
        try readLimits(arguments)
        server.tls = tls
        journal = try Self.journal(arguments)
        showsSensitive = arguments.has("--show-sensitive")
        if let path = arguments["--webhook-ca"] { webhookTrust = .certificateFile(path) }
        guard !arguments.has("--quiet") else { return }
        onExchange = { console.complain($0.summary) }
        onDelivery = { console.complain($0.summary) }
    }

    private enum ClockChoice: String, CaseIterable {
        case system
        case virtual
    }

    private static func journal(_ arguments: ParsedArguments) throws(UsageError) -> JournalSettings? {
        guard let path = arguments["--journal"] else {
            guard !arguments.has("--resume") else { throw UsageError("--resume needs --journal FILE") }
            return nil
        }
        return JournalSettings(
            path: path,
            resumes: arguments.has("--resume"),
            showsSensitive: arguments.has("--show-sensitive")
        )
    }

    // MARK: Projects

    private static func projects(_ arguments: ParsedArguments, console: Console) throws -> [SandboxProject] {
        var projects: [SandboxProject]
        if let path = arguments["--projects"] {
            for other in ["--project", "--partner-key", "--bank-signing-key", "--webhook-url"]
            where arguments.has(other) {
                throw UsageError("\(other) and --projects exclude each other")
            }
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            let file = ProjectFile(name: path) { key in
                try console.read(key.hasPrefix("/") || folder.isEmpty ? key : "\(folder)/\(key)")
            }
            projects = try file.read(console.read(path))
        } else {
            projects = [try project(arguments, console: console)]
        }
        let profile = try arguments.choice("--profile", of: Profile.self)
        for index in projects.indices {
            if let profile { projects[index].behaviour.profile = profile }
            for assignment in arguments.all("--set") {
                do throws(SandboxError) {
                    try projects[index].behaviour.set(assignment)
                } catch {
                    throw UsageError("--set: \(error)")
                }
            }
        }
        return projects
    }

    private static func project(_ arguments: ParsedArguments, console: Console) throws -> SandboxProject {
        var project = SandboxProject()
        if let name = arguments["--project"] { project.name = name }
        if let text = arguments["--webhook-url"] {
            project.webhookURL = try arguments.url("--webhook-url", from: text)
        }
        if let path = arguments["--partner-key"] {
            project.partnerKey = try KeyFile.publicKey(path, console: console)
        }
        if let path = arguments["--bank-signing-key"] {
            project.bankKey = try KeyFile.privateKey(path, options: arguments, console: console)
        }
        return project
    }

    // MARK: Times and bounds

    private mutating func readSchedule(_ arguments: ParsedArguments) throws(UsageError) {
        if let time = try arguments.seconds("--webhook-timeout") { schedule.timeout = time }
        if let time = try arguments.seconds("--webhook-pause") { schedule.firstPause = time }
        if let time = try arguments.seconds("--webhook-longest-pause") { schedule.longestPause = time }
        if let time = try arguments.seconds("--webhook-lifetime") { schedule.lifetime = time }
    }

    private mutating func readLimits(_ arguments: ParsedArguments) throws(UsageError) {
        server.limits.maximumBodySize = 1 << 20
        if let count = try arguments.integer("--max-connections", in: 1...65_536) { server.maximumConnections = count }
        if let size = try arguments.integer("--max-body", in: 1...1 << 30) { server.limits.maximumBodySize = size }
        if let size = try arguments.integer("--max-head", in: 1_024...1 << 20) {
            server.limits.maximumHeadSize = size
            server.limits.maximumStartLineSize = min(server.limits.maximumStartLineSize, size)
        }
        let readTimeout = try arguments.seconds("--read-timeout") ?? .seconds(10)
        server.headTimeout = readTimeout
        server.bodyTimeout = readTimeout
        if let time = try arguments.seconds("--idle-timeout") { server.idleTimeout = time }
    }
}
