import StrictJSON

/// One edit of the files of a contract.
///
/// An edit that finds nothing to do is an error: the history would not be exact.
struct RevisionEdit: Sendable {
    private enum Action: Sendable {
        case remove([JSONPointer])
        case set([(JSONPointer, JSONTree)])
        case without(JSONPointer, JSONTree)
        case replace(keyword: String, from: JSONTree, to: JSONTree)
        case drop
    }

    /// A file, or the start of the paths of files.
    private let target: String
    private let action: Action

    init(reading value: JSONValue, in path: String) throws(VectorError) {
        var reader = try RecordReader(value, of: "an edit", in: path)
        target = try reader.string("in")
        if let places = reader.optional("remove") {
            let owner = reader
            let pointers = try reader.map(places, "remove") { (element) throws(VectorError) in
                try Self.pointer(element.string, element, owner)
            }
            guard !pointers.isEmpty else { throw reader.failure("remove must list a place", at: places) }
            action = .remove(pointers)
        } else if let values = reader.optional("set") {
            guard values.kind == .object, values.count > 0 else {
                throw reader.failure("set must be an object of places and values", at: values)
            }
            var pairs: [(JSONPointer, JSONTree)] = []
            for member in values.members {
                pairs.append((try Self.pointer(member.name, member.value, reader), JSONTree(member.value)))
            }
            action = .set(pairs)
        } else if let element = reader.optional("without") {
            let place = try reader.required("at")
            action = .without(try Self.pointer(place.string, place, reader), JSONTree(element))
        } else if reader.optional("keyword") != nil {
            let keyword = try reader.string("keyword")
            let (from, to) = (JSONTree(try reader.required("from")), JSONTree(try reader.required("to")))
            guard from != to else { throw reader.failure("from and to must differ") }
            action = .replace(keyword: keyword, from: from, to: to)
        } else if reader.optional("drop") != nil {
            action = .drop
        } else {
            throw reader.failure("an edit removes, sets, replaces or drops")
        }
        try reader.finish()
    }

    private static func pointer(
        _ text: String?,
        _ value: JSONValue,
        _ reader: RecordReader
    ) throws(VectorError) -> JSONPointer {
        guard let pointer = text.flatMap(JSONPointer.init) else {
            throw reader.failure("the place must be a JSON pointer", at: value)
        }
        return pointer
    }

    /// Applies the edit.
    ///
    /// - Parameter path: The file that holds the edit.
    /// - Throws: an error when there is nothing to do.
    func apply(to files: inout RevisedFiles, of path: String) throws(VectorError) {
        var isDone = false
        for file in files.paths(from: target) {
            if case .drop = action {
                files.drop(file)
                isDone = true
            } else if file.hasSuffix(".json") {
                var tree = try files.tree(at: file)
                guard edit(&tree) else { continue }
                files.replace(file, with: tree)
                isDone = true
            }
        }
        if !isDone { throw VectorError(path: path, reason: "an edit of \(target) finds nothing to do") }
    }

    /// Edits one file, and tells whether there was something to do; all places have to be there.
    private func edit(_ tree: inout JSONTree) -> Bool {
        switch action {
        case .remove(let places):
            guard places.allSatisfy({ tree[$0] != nil }) else { return false }
            for place in places { tree[place] = nil }
            return true
        case .set(let pairs):
            for (place, value) in pairs {
                guard let parent = place.parent, tree[parent] != nil, tree[place] != value else { return false }
                tree[place] = value
            }
            return true
        case .without(let place, let element):
            guard let elements = tree[place]?.elements else { return false }
            let kept = elements.filter { !Self.matches($0, element) }
            tree[place] = .array(kept)
            return kept.count < elements.count
        case .replace(let keyword, let from, let to):
            return Self.replace(keyword, from, to, in: &tree)
        case .drop:
            return false
        }
    }

    private static func matches(_ element: JSONTree, _ wanted: JSONTree) -> Bool {
        guard let members = wanted.members else { return element == wanted }
        return members.allSatisfy { element[$0.name] == $0.value }
    }

    private static func replace(_ keyword: String, _ from: JSONTree, _ to: JSONTree, in tree: inout JSONTree) -> Bool {
        var isDone = false
        switch tree {
        case .object(var members):
            for index in members.indices {
                if members[index].name == keyword, members[index].value == from {
                    members[index].value = to
                    isDone = true
                } else if replace(keyword, from, to, in: &members[index].value) {
                    isDone = true
                }
            }
            if isDone { tree = .object(members) }
        case .array(var elements):
            for index in elements.indices where replace(keyword, from, to, in: &elements[index]) { isDone = true }
            if isDone { tree = .array(elements) }
        default:
            break
        }
        return isDone
    }
}
