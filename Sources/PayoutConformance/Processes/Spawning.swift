import HTTPWire
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's calls that start a program.
enum Spawning {
    struct Started {
        var processID: pid_t
        /// The kit's end of the program's standard input; it never blocks.
        var input: Int32
        /// The kit's end of the program's standard output.
        var output: Int32
    }

    /// One program is started at a time: a pipe that is not yet marked for closing must not reach another one.
    private static let lock = Mutex(())

    static func start(_ command: ProcessCommand, environment: [String: String]) throws(ProcessError) -> Started {
        let result = lock.withLock { _ in
            Result { () throws(ProcessError) in try startAlone(command, environment: environment) }
        }
        return try result.get()
    }

    private static func startAlone(
        _ command: ProcessCommand,
        environment: [String: String]
    ) throws(ProcessError) -> Started {
        let input = try Pipe()
        let output: Pipe
        do throws(ProcessError) {
            output = try Pipe()
        } catch {
            input.close()
            throw error
        }
        var processID = pid_t()
        let code = spawn(command, environment: environment, input: input, output: output, &processID)
        Descriptor.close(input.readEnd)
        Descriptor.close(output.writeEnd)
        guard code == 0 else {
            Descriptor.close(input.writeEnd)
            Descriptor.close(output.readEnd)
            throw ProcessError(description: "\(command.program) can't be started: \(reason(code))")
        }
        _ = fcntl(input.writeEnd, F_SETFL, fcntl(input.writeEnd, F_GETFL) | O_NONBLOCK)
        return Started(processID: processID, input: input.writeEnd, output: output.readEnd)
    }

    private static func spawn(
        _ command: ProcessCommand,
        environment: [String: String],
        input: Pipe,
        output: Pipe,
        _ processID: inout pid_t
    ) -> Int32 {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.readEnd, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.writeEnd, STDOUT_FILENO)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The kit ignores SIGPIPE and blocks signals that end it; a program gets the signals as it expects them.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        )
        return withCStrings([command.program] + command.arguments) { arguments in
            withCStrings(variables(adding: environment)) { variables in
                posix_spawnp(&processID, command.program, &actions, &attributes, arguments, variables)
            }
        }
    }

    /// The kit's own environment with `added` in the place of variables of the same names.
    private static func variables(adding added: [String: String]) -> [String] {
        var own: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if added[String(text.prefix { $0 != "=" })] == nil { own.append(text) }
            next += 1
        }
        return own + added.map { "\($0.key)=\($0.value)" }.sorted()
    }

    /// Calls `body` with the strings as a list that ends with nil, as `exec` takes it.
    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }

    /// What the system calls an error.
    static func reason(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}

extension Spawning {
    /// A pipe whose ends a program gets only by being told.
    private struct Pipe {
        let readEnd: Int32
        let writeEnd: Int32

        init() throws(ProcessError) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else {
                throw ProcessError(description: "there is no pipe to be had: \(Spawning.reason(errno))")
            }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            readEnd = ends[0]
            writeEnd = ends[1]
        }

        func close() {
            Descriptor.close(readEnd)
            Descriptor.close(writeEnd)
        }
    }
}
