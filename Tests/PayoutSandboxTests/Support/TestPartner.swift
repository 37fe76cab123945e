import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors

@testable import PayoutSandbox

/// The partner of the tests: signs with the public test key.
struct TestPartner {
    static let project = "test_project"

    let key: PrivateKey
    let publicKey: PublicKey
    let bankKey: PrivateKey

    init() throws {
        key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        publicKey = try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pub.pem"))
        bankKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
    }

    static let shared = Result { try TestPartner() }

    func call(_ operation: String, _ body: String, version: APIVersion = .v1) throws -> Call {
        Call(
            method: "POST",
            path: "/api/\(version.rawValue)/\(operation)",
            projects: [Self.project],
            signatures: [try key.sign(Array(body.utf8))],
            contentTypes: ["application/json"],
            body: Array(body.utf8)
        )
    }

    func request(_ operation: String, _ body: String, version: APIVersion = .v1) throws -> HTTPRequest {
        HTTPRequest(
            method: "POST",
            target: "/api/\(version.rawValue)/\(operation)",
            headers: [
                "Content-Type": "application/json", "X-PARTNER-PROJECT": Self.project,
                "X-PARTNER-SIGN": try key.sign(Array(body.utf8)),
            ],
            body: Array(body.utf8)
        )
    }
}

/// Bodies of the page "Payouts with a widget".
enum Bodies {
    static let bankHash = "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
    static let participants = #"{"recipient":{"full_name":"Иванов Иван Иванович"}}"#
    static let amount = #"{"amount":10000,"currency":"rub"}"#

    static func instrument(hash: String = bankHash) -> String {
        #"{"type":"card","card":{"type":"encrypted_card","encrypted_card":{"number_hash":"\#(hash)"}}}"#
    }

    static func initPayout(hash: String = bankHash, metadata: String = #""good""#) -> String {
        #"{"payment_method":\#(instrument(hash: hash)),"participant_details":\#(participants),"#
            + #""amount_details":\#(amount),"metadata":\#(metadata)}"#
    }

    static func start(_ session: String, hash: String = bankHash, metadata: String = #""good""#) -> String {
        #"{"session_id":"\#(session)","payment_method":\#(instrument(hash: hash)),"#
            + #""participant_details":\#(participants),"amount_details":\#(amount),"metadata":\#(metadata)}"#
    }

    static func session(_ id: String) -> String {
        #"{"session_id":"\#(id)"}"#
    }
}
