import HTTPWire

/// Who may use the control API and the inspector: programs of this machine, and pages that the sandbox itself served.
///
/// A web page from elsewhere can make a browser of this machine send requests here, and can let its own name point to this
/// machine; the fields `Host` and `Origin` (RFC 6454) and `Sec-Fetch-Site` tell of both.
struct ControlGuard: Sendable {
    let host: String

    /// Why a request is refused; nil when it may be answered.
    func refusal(_ request: HTTPRequest, from peer: HTTPPeer) -> String? {
        guard peer.isLoopback else { return "the control API answers this machine alone" }
        let host = request.headers["Host"] ?? ""
        guard isLocal(host) else { return "the Host field names another host than this machine" }
        if let origin = request.headers["Origin"], origin != "null" {
            let site = origin.split(separator: "/").last.map(String.init) ?? ""
            guard site == host else { return "the request comes from a page of another site" }
        } else if request.headers["Origin"] != nil {
            return "the request comes from a page of another site"
        }
        if let site = request.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" {
            return "the request comes from a page of another site"
        }
        return nil
    }

    /// Whether the value of a Host field names this machine, or what the sandbox was told to listen on.
    private func isLocal(_ authority: String) -> Bool {
        guard let url = try? HTTPURL("http://\(authority)/") else { return false }
        return url.isLoopback || url.host.hasSuffix(".localhost") || url.host == host
    }
}
