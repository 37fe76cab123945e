import PayoutContract
import PayoutVectors

extension ContractCase {
    /// A case of the partner suite; its id gets the prefix "partner.".
    ///
    /// Behind `run` every call about the order is judged, whatever the case is about.
    static func partner(
        _ id: String,
        _ title: String,
        rules: [RuleID],
        level: Rule.Level = .must,
        twin: String? = nil,
        tags: [String] = [],
        run: @escaping @Sendable (inout PartnerTrial) throws -> Void
    ) -> ContractCase {
        ContractCase(
            id: "partner." + id,
            title: title,
            rules: rules,
            level: level,
            twin: twin.map { "partner." + $0 },
            tags: tags,
            timeout: .seconds(10),
            movesMoney: true,
            needsWebhooks: true
        ) { context in
            var trial = try PartnerTrial(context)
            let result = Result { try run(&trial) }
            trial.judgeCalls()
            try result.get()
        }
    }
}
