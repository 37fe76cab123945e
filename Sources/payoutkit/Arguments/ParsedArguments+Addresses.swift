import HTTPWire

extension ParsedArguments {
    /// An option's value as an http or https URL.
    func url(_ name: String, from text: String) throws(UsageError) -> HTTPURL {
        do throws(HTTPError) {
            return try HTTPURL(text)
        } catch {
            throw UsageError("\(name) \(text): \(error.sentence)")
        }
    }
}
