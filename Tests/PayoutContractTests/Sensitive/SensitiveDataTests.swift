import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct SensitiveDataTests {
    static func masked(_ body: String) -> String {
        String(decoding: SensitiveData.masked(Array(body.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"full_name": "Иванов Иван"}"#, #"{"full_name": "***********"}"#),
        (#"{"number": "4242424242424242"}"#, #"{"number": "424242******4242"}"#),
        (#"{"number": "4242 4242 4242 4242"}"#, #"{"number": "4242 42********4242"}"#),
        (#"{"number": "none"}"#, #"{"number": "****"}"#),
        (#"{"phone": 79680000000, "bank_id": "100000000069"}"#, #"{"phone": ***********, "bank_id": "100000000069"}"#),
        (#"{"account": "40817810400003869535"}"#, #"{"account": "********************"}"#),
        (#"{"number_hash": "63191f"}"#, #"{"number_hash": "******"}"#),
        (#"{"NumberHash": "63191f", "numberHash": "a"}"#, #"{"NumberHash": "******", "numberHash": "*"}"#),
        (#"{"number\u005fhash": "63191f"}"#, #"{"number\u005fhash": "******"}"#),
        (#"{"phone": ["1", {"x": "2"}], "id": "3"}"#, #"{"phone": ["*", {"x": "*"}], "id": "3"}"#),
        (#"{"metadata": "card 4242424242424242 of 2025"}"#, #"{"metadata": "card 424242******4242 of 2025"}"#),
        (#"{"metadata": {"4242424242424242": 1}}"#, #"{"metadata": {"424242******4242": 1}}"#),
        (#"{"metadata": 4242424242424242}"#, #"{"metadata": 424242******4242}"#),
        (#"{"metadata": "acc 40817810400003869535"}"#, #"{"metadata": "acc ********************"}"#),
        (#"{"amount": 4242424242424242}"#, #"{"amount": 424242******4242}"#),
        (#"{"amount": 9007199254740992}"#, #"{"amount": 9007199254740992}"#),
        (
            #"{"bin": "220024", "last4": "4940", "status": "ok"}"#,
            #"{"bin": "220024", "last4": "4940", "status": "ok"}"#
        ),
        (#"{"access": true, "inn": null}"#, #"{"access": true, "inn": null}"#),
        (
            #"{"id": "ps_3230", "created_at": "2025-05-27T02:03:00.000000Z"}"#,
            #"{"id": "ps_3230", "created_at": "2025-05-27T02:03:00.000000Z"}"#
        ),
        (#"{"first_name": "\u0418ван"}"#, #"{"first_name": "*********"}"#),
    ])
    func `a body keeps its form and loses what is personal`(body: String, expected: String) {
        #expect(Self.masked(body) == expected)
    }

    @Test(arguments: [
        (#"{"full_name": "Иван"#, #"{"full_name": "****"#),
        (#"{"full_name": Иван}"#, #"{"full_name": ****}"#),
        (#"{"full_name": "Иван\"#, #"{"full_name": "*****"#),
        (#"{"a": "b"c", "full_name": "Иван"}"#, #"{"a": "b"c", "full_name": "****"}"#),
        (#"{'phone': '79680000000'}"#, #"{'phone': *************}"#),
        ("{\"a\": \"b\n\"full_name\": \"Иван\"}", "{\"a\": \"b\n\"full_name\": \"****\"}"),
        (#"{"full_name" "Иван"}"#, #"{"full_name" "Иван"}"#),
        (#"]]}}{"phone":"1""#, #"]]}}{"phone":"*""#),
    ])
    func `a body that is no JSON is hidden by its tokens`(body: String, expected: String) {
        #expect(Self.masked(body) == expected)
    }

    @Test(
        arguments: [
            ("card 4242424242424242.", "card 424242******4242."),
            ("card 4242-4242-4242-4242!", "card 4242-42********4242!"),
            ("1234567890123", "123456***0123"),
            ("123456789012", "123456789012"),
            ("40817810400003869535", "********************"),
            ("123456789012345678901", "123456789012345678901"),
            ("2025-05-27T02:03:00.000000Z", "2025-05-27T02:03:00.000000Z"),
            ("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb", nil),
            ("a\n-----BEGIN PRIVATE KEY-----\nMIIE\n", nil),
            ("", ""),
        ] as [(String, String?)]
    )
    func `a free text loses card numbers, accounts and keys`(text: String, expected: String?) {
        let masked = SensitiveData.masked(text: text)
        if let expected { #expect(masked == expected) }
        #expect(!masked.contains("MIIE"))
        #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
    }

    /// What a report must never hold: each canary stands in a place of its own in a whole request.
    static let canaries = [
        "4111111111111111", "Канарейкин", "79991234567", "40817810099910004312", "canary@example.org", "500100732259",
        "c0ffee00c0ffee00", "4012888888881881", "MIIEcanary",
    ]

    static let body = """
        {"session_id":"ps_1","payment_method":{"type":"card","card":{"type":"bank_card","bank_card":{"number":"4111111111111111",
        "cardholder_name":"Канарейкин"},"encrypted_card":{"number_hash":"c0ffee00c0ffee00"}},"bank_account":{"ru":
        {"account":"40817810099910004312","full_name":"Канарейкин К.","inn":"500100732259"},
        "faster_payment_system":{"phone":"79991234567"}}},"customer":{"contacts":[{"email":"canary@example.org"}]},
        "metadata":{"note":"paid with 4012888888881881","key":"-----BEGIN PRIVATE KEY-----\\nMIIEcanary\\n-----END PRIVATE KEY-----"},
        "amount_details":{"amount":100.5,"currency":"rub"}}
        """

    @Test func `no canary survives in a hidden body`() throws {
        let masked = Self.masked(Self.body)
        for canary in Self.canaries {
            #expect(Self.body.contains(canary))
            #expect(!masked.contains(canary), "\(canary)")
        }
        #expect(masked.contains("411111******1111"))
    }

    @Test(arguments: [body, body.replacing("\"amount\":100.5", with: "\"amount\":}"), String(body.dropLast(40))])
    func `no canary survives in findings and excerpts`(body: String) throws {
        let message = try #require(MessageType(.request(.startPayout), api: .v1))
        let result = try MessageVectorTests.contract.get().check(Array(body.utf8), as: message)
        #expect(!result.findings.isEmpty)
        let text = FindingFormatter(width: 10_000).format(result, path: "a")
        for canary in Self.canaries {
            for finding in result.findings {
                #expect(!finding.message.contains(canary) && finding.fix?.contains(canary) != true, "\(canary)")
            }
            #expect(!text.contains(canary), "\(canary)")
        }
    }

    @Test func `every member that a schema calls sensitive is hidden by its name`() throws {
        for document in try VectorSet.embedded.schemaDocuments() {
            var waiting = [document.root]
            while let value = waiting.popLast() {
                waiting += value.elements
                for member in value.members {
                    waiting.append(member.value)
                    guard member.name == "properties" else { continue }
                    for property in member.value.members {
                        guard let kind = property.value["x-sensitive"]?.string else { continue }
                        #expect(SensitiveData.kind(ofMember: property.name)?.rawValue == kind, "\(property.name)")
                    }
                }
            }
        }
    }
}
