import HTTPWire
import PartnerSignature
public import StrictJSON

/// Reads the exchanges of an HTTP Archive 1.2, as browsers and proxies export it.
public enum HARImport {
    /// Why a file is no archive.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The place and what is wrong there.
        public let description: String
    }

    /// The exchanges in their order.
    ///
    /// Times are not taken over but for their lengths.
    ///
    /// - Throws: an error with the place of the first entry that is not as the format has it.
    public static func records(_ document: JSONDocument) throws(Failure) -> [TrafficRecord] {
        guard let entries = document.root["log"]?["entries"], entries.kind == .array else {
            throw Failure(description: "/log/entries: must be an array: is this an HTTP Archive?")
        }
        var records: [TrafficRecord] = []
        for (position, entry) in entries.elements.enumerated() {
            let place = "/log/entries/\(position)"
            guard let request = entry["request"], let method = request["method"]?.string,
                let url = request["url"]?.string
            else { throw Failure(description: "\(place)/request: must have method and url") }
            let answer = entry["response"]
                .flatMap { response -> HTTPResponse? in
                    guard let status = response["status"]?.number?.int64, (100...999).contains(status) else {
                        return nil
                    }
                    return HTTPResponse(
                        status: Int(status),
                        headers: headers(response),
                        body: body(response["content"]) ?? []
                    )
                }
            let milliseconds = entry["time"]?.number?.scaledInt64(places: 3)
            records.append(
                TrafficRecord(
                    kind: .exchange,
                    at: 0,
                    duration: milliseconds,
                    request: HTTPRequest(
                        method: method,
                        target: target(of: url),
                        headers: headers(request),
                        body: body(request["postData"]) ?? []
                    ),
                    answer: answer
                )
            )
        }
        return records
    }

    private static func headers(_ value: JSONValue) -> HTTPHeaders {
        var headers = HTTPHeaders()
        for field in value["headers"]?.elements.map(\.self) ?? [] {
            if let name = field["name"]?.string, let text = field["value"]?.string { headers.add(name, text) }
        }
        return headers
    }

    private static func body(_ value: JSONValue?) -> [UInt8]? {
        guard let value, let text = value["text"] else { return nil }
        if value["encoding"]?.string == "base64" { return text.string.flatMap { try? Base64.decode($0) } }
        return text.stringBytes
    }

    private static func target(of url: String) -> String {
        guard let scheme = url.firstRange(ofText: "://") else { return url }
        let rest = url[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
