import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// `session/create` in its forms.
    static let creation: [ContractCase] = [
        created(
            "create.empty-object",
            "an empty object, as on the bank's page selfemployed-fiscalization",
            bytes: "{}"
        ),
        created("create.empty-array", "an empty array, which the official PHP SDK sends for no members", bytes: "[]"),
        created("create.metadata-object", "an object as metadata", bytes: #"{"metadata":{"order":"1"}}"#),
        .bank(
            "create.ids-differ",
            "every session/create gives another session",
            rules: ["ID.NOT_EMPTY"],
            tags: ["create"]
        ) { client in
            let ids = try [client.createSession(), client.createSession()]
            guard ids[0] == ids[1] else { return }
            client.report(
                "ID.NOT_EMPTY",
                "two sessions have the same id",
                expected: "two ids",
                received: Excerpt.of(word: ids[0])
            )
        },
    ]

    private static func created(_ id: String, _ title: String, bytes: String) -> ContractCase {
        .bank(id, "session/create takes \(title)", rules: ["ENVELOPE.CONTENT"], tags: ["create"]) { client in
            let request = try client.request(.createSession, bytes: Array(bytes.utf8))
            let answer = try client.accept(request, as: .createSession)
            client.expect(try client.session(of: answer), status: "created", when: "after session/create")
        }
    }
}
