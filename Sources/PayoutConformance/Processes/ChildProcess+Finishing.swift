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
        let result = Self.collect(until: deadline, reading: read(until:), end: endLeavingGroup)
        if result.end == nil { kill() }
        return result
    }

    /// Reads what a program writes until it has ended, or until the deadline.
    ///
    /// - Parameters:
    ///   - read: The next bytes; empty at the end of the output, nil when none came before the deadline that it gets.
    ///   - end: How the program has ended; nil while it runs.
    static func collect(
        until deadline: Deadline,
        reading read: (Deadline) -> [UInt8]?,
        end: () -> ProcessEnd?
    ) -> (output: [UInt8], end: ProcessEnd?) {
        var output: [UInt8] = []
        var isOpen = true
        while true {
            let end = end()
            // What is left in the pipe behind the end is there at once.
            let chunk = isOpen ? read(end == nil ? .after(.milliseconds(2)) : .now) : nil
            if let chunk {
                isOpen = !chunk.isEmpty
                if output.count < maximumOutput { output += chunk }
            }
            // Whoever was left behind with the output may write for ever: no more is read for that than is kept.
            let isDrained = !isOpen || chunk == nil || output.count >= maximumOutput
            if deadline.hasPassed || end != nil && isDrained { return (output, end) }
            if !isOpen { Polling.pause(.milliseconds(1)) }
        }
    }
}
