import PayoutVectors

/// A set of vectors of one message, small enough to know what its cases leave open.
enum TinyVectors {
    static let schemaPlace = "v1/session-confirm-request#/properties/session_id"

    /// The set with the register of the package, one schema, and these cases.
    static func make(_ cases: [String], equivalents: String? = nil) -> VectorSet {
        var files: [String: [UInt8]] = [:]
        files["rules.json"] = VectorSet.embedded.bytes(at: "rules.json")
        files["schemas/v1/session-confirm-request.json"] = Array(schema.utf8)
        files["payloads/v1/session-confirm-request.json"] = Array(caseFile(cases).utf8)
        files["equivalent-mutants.json"] = equivalents.map { Array($0.utf8) }
        return VectorSet(files: files)
    }

    private static let schema = """
        {
          "$id": "urn:bank131:payout:v1:session-confirm-request",
          "type": "object",
          "required": ["session_id"],
          "properties": {"session_id": {"maxLength": 3, "x-rules": {"maxLength": "ID.LENGTH"}}}
        }
        """

    private static func caseFile(_ cases: [String]) -> String {
        """
        {"format": 1, "kind": "message", "api": "v1", "message": "session/confirm", "direction": "request",
         "count": \(cases.count), "cases": [\(cases.joined(separator: ", "))]}
        """
    }

    /// A case of the tiny message.
    static func vector(_ id: String, _ rule: String, _ body: String, _ expect: String) -> String {
        let escaped = body.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
        return """
            {"id": "\(id)", "title": "tiny", "rule": ["\(rule)"], "level": "MUST", "comment": "tiny", "tags": [],
             "since": "0.1.0", "body": "\(escaped)", "expect": \(expect)}
            """
    }

    static let accepted = vector("tiny.accepted", "ID.LENGTH", #"{"session_id":"abc"}"#, #"{"verdict": "accept"}"#)
    static let tooLong = vector(
        "tiny.too-long",
        "ID.LENGTH",
        #"{"session_id":"abcd"}"#,
        #"{"verdict": "either", "profile": "strict", "rule": "ID.LENGTH", "pointer": "/session_id"}"#
    )
    static let missing = vector(
        "tiny.missing",
        "MEMBER.REQUIRED",
        "{}",
        #"{"verdict": "reject", "rule": "MEMBER.REQUIRED", "pointer": ""}"#
    )
}
