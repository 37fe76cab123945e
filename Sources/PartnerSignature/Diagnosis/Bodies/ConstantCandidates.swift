/// Texts that are signed when the body did not reach the signing function.
enum ConstantCandidates {
    static func offer(to search: inout CandidateSearch) {
        for (text, mistake) in known where !search.received.elementsEqual(text.utf8) { search.offer(text, [mistake]) }
        for text in placeholders where !search.received.elementsEqual(text.utf8) {
            search.offer(text, [Mistake.placeholder.with(detail: text)])
        }
    }

    private static let known: [(String, Mistake)] = [("", .empty), ("[]", .emptyArray), ("{}", .emptyObject)]

    /// What languages make of a missing value or an object that is turned into text.
    private static let placeholders = [
        "null", "undefined", "[object Object]", "[object Promise]", "None", "Array", "nil", "\"\"", "\"{}\"", "\"[]\"",
        "\n", "<nil>", "map[]", "true", "false", "body", "test", "data",
    ]
}
