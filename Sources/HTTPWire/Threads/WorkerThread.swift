import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
#if os(Linux)
import CSockets
#endif

/// A thread with a name that somebody owns and joins.
public final class WorkerThread: Sendable {

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    private let thread: Thread
    private let isJoined = Mutex(false)

    // `pthread_t` is a number on Linux and a pointer on Darwin; either way it is only handed back to pthread calls.
    private struct Thread: @unchecked Sendable {
        let handle: pthread_t
    }

    /// Starts a thread that runs `body` and ends.
    ///
    /// - Parameters:
    ///   - name: What debuggers and `top -H` show; Linux keeps its first 15 bytes.
    ///   - body: The work; it returns when the thread is told to end by means of its own.
    /// - Throws: ``HTTPError/Code/systemCall`` when the system gives no more threads.
    public init(name: String, _ body: @escaping @Sendable () -> Void) throws(HTTPError) {
        thread = Thread(handle: try Self.start(name: name, body))
    }

    deinit {
        if !isJoined.withLock({ $0 }) { pthread_detach(thread.handle) }
    }

    /// Whether the caller runs on this thread.
    public var isCurrent: Bool { pthread_equal(pthread_self(), thread.handle) != 0 }

    /// Waits until the body has returned; the second and later calls return at once.
    ///
    /// On the thread itself it returns without waiting, as a thread that waits for its own end never ends.
    public func join() {
        guard !isCurrent else { return }
        isJoined.withLock { isJoined in
            guard !isJoined else { return }
            pthread_join(thread.handle, nil)
            isJoined = true
        }
    }

    /// Starts a thread that nobody joins; its body must end by itself.
    package static func startDetached(name: String, _ body: @escaping @Sendable () -> Void) throws(HTTPError) {
        pthread_detach(try start(name: name, body))
    }

    private static func start(name: String, _ body: @escaping @Sendable () -> Void) throws(HTTPError) -> pthread_t {
        var code: Int32 = 0
        guard let handle = create(Start(name: name, body: body), code: &code) else {
            throw HTTPError.systemCall("pthread_create", errno: code)
        }
        return handle
    }

    private static func create(_ start: Start, code: inout Int32) -> pthread_t? {
        let argument = Unmanaged.passRetained(start).toOpaque()
        #if canImport(Darwin)
        var handle: pthread_t?
        #else
        var handle = pthread_t()
        #endif
        code = pthread_create(&handle, nil, { WorkerThread.run($0) }, argument)
        guard code == 0 else {
            Unmanaged<Start>.fromOpaque(argument).release()
            return nil
        }
        return handle
    }

    private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        #if canImport(Darwin)
        pthread_setname_np(start.name)
        #else
        _ = wire_pthread_setname(pthread_self(), String(decoding: start.name.utf8.prefix(15), as: UTF8.self))
        #endif
        start.body()
        return nil
    }
}
