import PartnerSignature
import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit generate`: messages from the schemas and rules.
    static let generate = CommandDefinition(
        "generate",
        summary: "Make messages from the schemas and rules",
        operands: Operands(synopsis: "MESSAGE", count: 1...1),
        options: [
            OptionDefinition("--api", .one("v1|v2"), help: "version of the API (default: v1)"),
            OptionDefinition("--invalid", help: "messages that break exactly one rule each, and say which"),
            OptionDefinition("--rule", .one("ID"), help: "only messages that break this rule; implies --invalid"),
            OptionDefinition(
                "--seed",
                .one("N"),
                help: "seed of chance: the same seed, the same messages (default: 1)"
            ),
            OptionDefinition("-n", .one("N"), help: "how many (default: one for each boundary, branch or demand)"),
            OptionDefinition("--bodies", help: "print the bodies alone, without what they are"),
            .vectors,
        ],
        discussion: """
            MESSAGE is named as for `check --as`. One JSON object a line: the body as text, what it reaches or breaks, and the
            verdict, which was confirmed by a check of the message before it is printed. A broken rule of level SHOULD is
            advice: the message is accepted. --rule takes the rules that one message of the type can break: not those about
            signatures, headers, the order of calls or what a program does with messages, for which it names another command.

            Exit codes: 0 messages were printed, 2 wrong usage, also a rule that no such message can break, 3 none was found.
            """
    ) { arguments, console in
        try MessageGeneration(arguments).run(on: console)
    }
}

/// One call of `generate`.
private struct MessageGeneration {
    private let type: MessageType
    private let subject: MessageSubject
    private let rule: RuleID?
    private let isInvalid: Bool
    private let seed: UInt64
    private let count: Int?
    private let printsBodies: Bool

    init(_ arguments: ParsedArguments) throws {
        let vectors = try arguments.vectorSet()
        let contract = try Contract(vectors: vectors)
        let api = try arguments.choice("--api", of: APIVersion.self) ?? .v1
        let type = try MessageName.type(arguments.operands[0], api: api, in: contract, option: "MESSAGE")
        self.type = type
        rule = try arguments["--rule"]
            .map { name in
                let rule = try contract.rules().rule(named: name)
                try GeneratedRule(rule, contract: contract, vectors: vectors).mustBe(of: type)
                return rule.id
            }
        isInvalid = arguments.has("--invalid") || rule != nil
        seed = UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 1)
        count = try arguments.integer("-n", in: 1...10_000_000)
        printsBodies = arguments.has("--bodies")
        subject = try MessageSubject(type, contract: contract, vectors: vectors)
    }

    func run(on console: Console) -> ExitCode {
        var entangled: Set<String> = []
        let printed = isInvalid ? printBroken(on: console, &entangled) : printRight(on: console)
        if printed > 0 { return .right }
        guard let rule else {
            console.complain("payoutkit: no message was found for \(type.displayName)")
            return .incomplete
        }
        let others = entangled.sorted().joined(separator: ", ")
        let reason = others.isEmpty ? "" : ": what breaks it breaks \(others) too"
        let name = type.displayName
        console.complain("payoutkit: no message was found for \(name) that breaks \(rule) alone\(reason)")
        return .incomplete
    }

    private func printRight(on console: Console) -> Int {
        var generator = MessageGenerator(subject, seed: seed)
        var printed = 0
        generator.forEachValid(count: count) { sample in
            printed += 1
            let about: [JSONTree.Member] = [
                JSONTree.Member(name: "reaches", value: .string(sample.reaches)),
                JSONTree.Member(name: "pointer", value: .string(sample.pointer.description)),
            ]
            write(JSONWriter.compact.write(sample.body), expect: "accept", about, on: console)
            return true
        }
        return printed
    }

    private func printBroken(on console: Console, _ entangled: inout Set<String>) -> Int {
        var printed = 0
        var round: UInt64 = 0
        // Each round breaks every demand once, in another message.
        repeat {
            let before = printed
            var generator = BreakingGenerator(subject, seed: seed &+ round)
            generator.forEach(rule: rule?.rawValue) { message in
                printed += 1
                let about: [JSONTree.Member] = [
                    JSONTree.Member(name: "rule", value: .string(message.rule)),
                    JSONTree.Member(name: "pointer", value: .string(message.pointer.description)),
                    JSONTree.Member(name: "breaks", value: .string(message.breaks)),
                ]
                write(message.bytes, expect: message.isRefused ? "reject" : "accept", about, on: console)
                return printed < count ?? .max
            }
            round += 1
            if let rule, let others = generator.entangled[rule.rawValue] { entangled = others }
            if printed == before { break }
        } while printed < count ?? 0
        return printed
    }

    private func write(_ body: [UInt8], expect: String, _ about: [JSONTree.Member], on console: Console) {
        if printsBodies {
            console.write(body + [0x0A])
            return
        }
        var record: JSONTree = [
            "message": .string(type.name), "api": .string(type.api.rawValue), "expect": .string(expect),
        ]
        for member in about { record[member.name] = member.value }
        if let text = String(validating: body, as: UTF8.self), body.first != 0xEF {
            record["body"] = .string(text)
        } else {
            record["body_base64"] = .string(Base64.encode(body))
        }
        console.write(JSONWriter.compact.write(record) + [0x0A])
    }
}

/// Messages by the names that people give them.
enum MessageName {
    /// The message called `name`, of those that the contract has a schema for.
    static func type(
        _ name: String,
        api: APIVersion,
        in contract: Contract,
        option: String
    ) throws(UsageError) -> MessageType {
        let known = MessageType.all(of: api).filter(contract.supports)
        if let type = known.first(where: { $0.name == name }) { return type }
        let names = known.map(\.name)
        let clause = Suggestion.clause(for: name, among: names)
        throw UsageError("\(option): no message \(name)\(clause); known are \(names.joined(separator: ", "))")
    }
}
