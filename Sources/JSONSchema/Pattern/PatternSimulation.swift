extension PatternProgram {
    /// Runs the automaton state set by state set: time in proportion to the text times the states, never more.
    ///
    /// This is the way of patterns whose table would be too large. What it costs is asked of `spend`, which ends the
    /// search without a match when it is false.
    func matches(_ text: UnsafeBufferPointer<UInt8>, spend: (Int) -> Bool = { _ in true }) -> Bool {
        var current = StateSet(capacity: states.count)
        var following = StateSet(capacity: states.count)
        close(over: start, isStart: true, place: nil, into: &current)
        for offset in 0...text.count {
            let isEnd = offset == text.count
            let place = Place(
                isStart: offset == 0,
                isEnd: isEnd,
                isAfterWord: offset > 0 && PatternProgram.isWordByte(text[offset - 1]),
                isBeforeWord: !isEnd && PatternProgram.isWordByte(text[offset])
            )
            resolve(&current, at: place)
            if current.contains(0) { return true }
            if isEnd || !spend(1 + current.members.count >> 2) { break }
            step(from: current, over: text[offset], to: &following)
            // A match may start anywhere.
            close(over: start, isStart: false, place: nil, into: &following)
            swap(&current, &following)
            if current.members.isEmpty { return false }
        }
        return false
    }

    /// Lets the assertions that wait in `set` decide, now that the place is known.
    func resolve(_ set: inout StateSet, at place: Place) {
        var index = 0
        while index < set.members.count {
            if case .assertion(let assertion, let next) = states[set.members[index]] {
                let holds =
                    switch assertion {
                    case .start: place.isStart
                    case .end: place.isEnd
                    case .wordBoundary: place.isAfterWord != place.isBeforeWord
                    case .noWordBoundary: place.isAfterWord == place.isBeforeWord
                    }
                if holds { close(over: next, isStart: place.isStart, place: place, into: &set) }
            }
            index += 1
        }
    }

    /// Fills `following` with the states after `byte`, closed as far as the next byte need not be known.
    func step(from set: StateSet, over byte: UInt8, to following: inout StateSet) {
        following.removeAll()
        for state in set.members {
            guard case .bytes(let range) = states[state] else { continue }
            for transition in transitions[range] where transition.low <= byte && byte <= transition.high {
                close(over: transition.target, isStart: false, place: nil, into: &following)
            }
        }
    }
}
