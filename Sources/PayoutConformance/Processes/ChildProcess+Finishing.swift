import HTTPWire

extension ChildProcess {
    /// More output than this is read and dropped.
    private static let maximumOutput = 4 << 20

    /// Closes the program's standard input, and waits for its end while reading what it writes.
    ///
    /// What it has started beside itself and left running goes on; at the deadline the whole process group is ended.
    ///
    /// - Returns: The output, and how the program ended; nil when it had to be ended.
    func finish(until deadline: Deadline) -> (output: [UInt8], end: ProcessEnd?) {
        closeInput()
        var output: [UInt8] = []
        var isOpen = true
        while true {
            let end = endLeavingGroup()
            // What is left in the pipe behind the end is there at once.
            if isOpen, let chunk = read(until: end == nil ? .after(.milliseconds(2)) : .now) {
                isOpen = !chunk.isEmpty
                if output.count < Self.maximumOutput { output += chunk }
                if isOpen { continue }
            }
            if let end { return (output, end) }
            if deadline.hasPassed {
                kill()
                return (output, nil)
            }
            if !isOpen { Polling.pause(.milliseconds(1)) }
        }
    }
}
