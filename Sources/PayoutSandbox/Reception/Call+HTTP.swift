import HTTPWire

extension Call {
    /// Takes out of a request what the bank looks at, in one pass over its fields.
    init(_ request: HTTPRequest, path: String) {
        self.init(
            method: request.method,
            path: path,
            projects: [],
            signatures: [],
            contentTypes: [],
            headers: request.headers,
            body: request.body
        )
        for field in request.headers.fields {
            // The lengths of the names differ, so one comparison is enough for each field.
            switch field.name.utf8.count {
            case 12 where field.isCalled("Content-Type"): contentTypes.append(field.value)
            case 14 where field.isCalled("X-PARTNER-SIGN"): signatures.append(field.value)
            case 17 where field.isCalled("X-PARTNER-PROJECT"): projects.append(field.value)
            case 21 where field.isCalled("X-PARTNER-SUBMERCHANT"): submerchants.append(field.value)
            case 25 where field.isCalled("X-PARTNER-IDEMPOTENCY-KEY"): idempotencyKeys.append(field.value)
            default: break
            }
        }
    }
}
