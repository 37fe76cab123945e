public import StrictJSON
import Synchronization

extension VectorSet {
    /// Reads and checks the cases of a kind, or all cases when `kind` is nil, in the order of files and of cases in them.
    ///
    /// Checked besides the form of each file: ids are unique, twins are there and accepted, rules are in the register.
    ///
    /// - Throws: an error with the file, the line and the reason.
    public func cases(kind: VectorCase.Kind? = nil) throws(VectorError) -> [VectorCase] {
        guard isEmbedded else { return try readCases(kind: kind) }
        if let cases = EmbeddedCases.read.withLock({ $0[kind] }) { return cases }
        let cases = try readCases(kind: kind)
        EmbeddedCases.read.withLock { $0[kind] = cases }
        return cases
    }

    private func readCases(kind: VectorCase.Kind?) throws(VectorError) -> [VectorCase] {
        var cases: [VectorCase] = []
        for kind in kind.map({ [$0] }) ?? VectorCase.Kind.allCases {
            for folder in kind.folders {
                for path in jsonPaths(in: folder) {
                    cases += try CaseFileReader.cases(at: path, kind: kind, in: self)
                }
            }
        }
        try checkReferences(of: cases)
        return cases
    }

    /// A case as its file holds it, with every member.
    ///
    /// - Throws: an error when the file can't be read, or no longer has the case.
    public func record(of vector: VectorCase) throws(VectorError) -> JSONValue {
        let records = try document(at: vector.path).root["cases"]?.elements
        guard let record = records?.first(where: { $0["id"]?.string == vector.id }) else {
            throw VectorError(path: vector.path, reason: "there is no case \(vector.id)")
        }
        return record
    }

    private func checkReferences(of cases: [VectorCase]) throws(VectorError) {
        let register = try rules()
        var byID: [String: VectorCase] = [:]
        for vector in cases {
            if let first = byID.updateValue(vector, forKey: vector.id) {
                throw vector.failure("the id \(vector.id) is already used in \(first.path), line \(first.line)")
            }
        }
        for vector in cases {
            for rule in vector.mentionedRules where register[rule] == nil {
                throw vector.failure("the case \(vector.id) names the rule \(rule), which is not in rules.json")
            }
            guard let twin = vector.twin else { continue }
            guard let other = byID[twin] else {
                throw vector.failure("the twin \(twin) of the case \(vector.id) does not exist")
            }
            guard other.isAccepted else {
                throw vector.failure("the twin \(twin) of the case \(vector.id) is not an accepted case")
            }
        }
    }
}

/// The cases of the embedded files, which never change, by the kind that was asked for.
private enum EmbeddedCases {
    static let read = Mutex<[VectorCase.Kind?: [VectorCase]]>([:])
}

extension VectorCase {
    fileprivate func failure(_ reason: String) -> VectorError {
        VectorError(path: path, position: TextPosition(line: line, column: 1), reason: reason)
    }
}

extension Expectation {
    /// Whether both profiles accept.
    public var isAccept: Bool {
        if case .accept = self { true } else { false }
    }

    /// The findings that the verdict names.
    public var findings: [ExpectedFinding] {
        switch self {
        case .accept(let warnings): warnings
        case .reject(let finding), .rejectStrictly(let finding): [finding]
        }
    }
}
