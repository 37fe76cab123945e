import PayoutContract
public import StrictJSON

/// The other side of the protocol: answers the lines of requests with the parts of a partner.
public struct AdapterServer: Sendable {
    private let parts: PartnerParts

    /// Creates a server; operations whose part is missing are not supported.
    public init(_ parts: PartnerParts) {
        self.parts = parts
    }

    /// The answer to one line, without a line break.
    ///
    /// What can't be carried out is answered with `error`; a line without an id with the id null.
    public func answer(to line: NDJSONLine) -> [UInt8] {
        JSONWriter().write(tree(answering: line))
    }

    private func tree(answering line: NDJSONLine) -> JSONTree {
        guard let request = try? line.document(policy: .rfc8259).root, request.kind == .object else {
            return ["id": nil, "error": "the line is no JSON object of at most 4 MiB"]
        }
        let id = request["id"].map(JSONTree.init) ?? .null
        if request["op"]?.string == "hello" { return greeting(id: id) }
        do throws(AdapterRequestError) {
            guard let parsed = try AdapterRequest.reading(request) else {
                return AdapterAnswer.unsupported.json(id: id)
            }
            return parts.answer(to: parsed).json(id: id)
        } catch {
            return AdapterAnswer.error(error.reason).json(id: id)
        }
    }

    private func greeting(id: JSONTree) -> JSONTree {
        let supported = AdapterRequest.Name.allCases.filter(parts.supports)
        return ["id": id, "name": .string(parts.name), "ops": .array(supported.map { .string($0.rawValue) })]
    }
}

extension PartnerParts {
    /// Whether there is a part that carries out `name`.
    func supports(_ name: AdapterRequest.Name) -> Bool {
        switch name {
        case .sign, .verify: signer != nil
        case .encode: client != nil
        case .receiveWebhook: receiver != nil
        }
    }

    /// What the part in charge makes of a request; what it throws is an answer too.
    func answer(to request: AdapterRequest) -> AdapterAnswer {
        do {
            return try result(of: request) ?? .unsupported
        } catch {
            return .error("\(error)")
        }
    }

    private func result(of request: AdapterRequest) throws -> AdapterAnswer? {
        switch request {
        case .sign(let body, let key):
            try signer.map { .signature(try $0.sign(body, privateKeyPEM: key)) }
        case .verify(let body, let signature, let key):
            try signer.map { .valid(try $0.verify(signature, over: body, publicKeyPEM: key)) }
        case .encode(let operation, let api, let input):
            try client.map { .body(try $0.body(of: operation, api: api, input: input)) }
        case .receiveWebhook(let webhook):
            try receiver.map { .reaction(try $0.receive(webhook)) }
        }
    }
}
