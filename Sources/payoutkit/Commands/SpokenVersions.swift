import PayoutConformance
import PayoutContract

/// The versions of the API that a suite speaks.
enum SpokenVersions: String, CaseIterable {
    case v1
    case v2
    case both

    /// The versions that a contract has; one of the past may know v1 alone.
    init(of contract: Contract) {
        self = MessageType(.request(.startPayout), api: .v2).map(contract.supports) ?? false ? .both : .v1
    }

    /// The cases of the bank suite in these versions.
    var bankCases: [ContractCase] { cases(ContractCases.bank, ContractCases.bankV2) }

    /// The cases of the partner suite in these versions.
    var partnerCases: [ContractCase] { cases(ContractCases.partner, ContractCases.partnerV2) }

    /// The cases of the adapter suite in these versions; those about signatures belong to both.
    var adapterCases: [ContractCase] {
        ContractCases.adapter.filter { self == .both || !$0.tags.contains(self == .v1 ? "v2" : "v1") }
    }

    private func cases(_ v1: [ContractCase], _ v2: [ContractCase]) -> [ContractCase] {
        (self == .v2 ? [] : v1) + (self == .v1 ? [] : v2)
    }
}
