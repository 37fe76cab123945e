import PayoutContract
import PayoutVectors
import StrictJSON

/// Every request of the payout flow, in both versions, for orders that are easily lost on the way.
enum EncodeCases {
    static let all: [ContractCase] = APIVersion.allCases.flatMap { api in
        Operation.payoutFlow.filter { $0.versions.contains(api) }
            .flatMap { operation in variants(for: operation).map { encode(operation, api, $0) } }
    }

    private static func variants(for operation: Operation) -> [OrderVariant] {
        switch operation {
        case .token: [.plain]
        case .tokenInfo: [.plain] + OrderVariant.recipients.filter { $0.name == "other-hash" }
        case .createSession: [.plain] + OrderVariant.metadata
        case .initPayout: [.plain] + OrderVariant.amounts + OrderVariant.recipients + OrderVariant.metadata
        case .startPayout:
            [.plain] + OrderVariant.amounts + OrderVariant.recipients + OrderVariant.metadata + OrderVariant.sessions
        default: [.plain] + OrderVariant.sessions
        }
    }

    private static func encode(_ operation: Operation, _ api: APIVersion, _ variant: OrderVariant) -> ContractCase {
        let prefix = "encode.\(api.rawValue).\(operation.path.replacingText("/", with: "-"))."
        return .adapter(
            prefix + variant.name,
            "writes \(operation.path) (\(api.rawValue)) for an order \(variant.title)",
            rules: ["ORDER.SENT"],
            level: variant.level,
            tags: ["encode", api.rawValue, operation.path]
        ) { client in
            var order = PartnerOrder.sample(api)
            variant.change(&order)
            let input = RequestInput(of: order, for: operation)
            let body = try client.encode(operation, api, input)
            try EncodedBody(body, operation: operation, api: api, input: input, client: client).judge()
        }
    }
}

extension Operation {
    /// The eight operations that a partner calls to pay to a card.
    static let payoutFlow: [Operation] = [
        .token, .tokenInfo, .createSession, .initPayout, .startPayout, .confirm, .cancel, .status,
    ]
}
