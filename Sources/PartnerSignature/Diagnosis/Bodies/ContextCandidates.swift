/// The body together with something of the request around it.
enum ContextCandidates {
    private static let maximumTargetByteCount = 4_096

    static func offer(_ request: DiagnosisEvidence.Request?, to search: inout CandidateSearch) {
        if let request, request.target.utf8.count <= maximumTargetByteCount {
            offerPath(request.target, method: request.method, to: &search)
            offerHeaders(of: request, to: &search)
            HTTPSignatureCandidates.offer(request, to: &search)
        } else {
            for path in knownPaths {
                offerPath(path, method: "POST", to: &search)
                HTTPSignatureCandidates.offer(DiagnosisEvidence.Request(target: path), to: &search)
            }
        }
    }

    /// Where the path is not known, the paths of the payout flow are tried.
    private static let knownPaths = ["v1", "v2"]
        .flatMap { version in
            [
                "token", "token/info", "session/create", "session/init/payout", "session/start/payout",
                "session/confirm",
                "session/cancel", "session/status",
            ]
            .map { "/api/\(version)/\($0)" }
        }

    private static func offerPath(_ path: String, method: String, to search: inout CandidateSearch) {
        let body = search.received
        let (path, method) = (Array(path.utf8), Array(method.utf8))
        let mistakes = [Mistake.withContext.with(detail: "the path")]
        search.offer(path + body, mistakes)
        search.offer(body + path, mistakes)
        search.offer(path + [0x0A] + body, mistakes)
        let both = [Mistake.withContext.with(detail: "method and path")]
        search.offer(method + path + body, both)
        search.offer(method + [0x20] + path + [0x0A] + body, both)
        search.offer(method + [0x0A] + path + [0x0A] + body, both)
    }

    /// One header field's value before or after the body.
    private static func offerHeaders(of request: DiagnosisEvidence.Request, to search: inout CandidateSearch) {
        let body = search.received
        for field in request.headers.prefix(32) where field.value.utf8.count <= maximumTargetByteCount {
            let mistakes = [Mistake.withContext.with(detail: field.name)]
            let value = Array(field.value.utf8)
            search.offer(value + body, mistakes)
            search.offer(body + value, mistakes)
            search.offer(value + [0x0A] + body, mistakes)
            search.offer(body + [0x0A] + value, mistakes)
        }
    }
}
