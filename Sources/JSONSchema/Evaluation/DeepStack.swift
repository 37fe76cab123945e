#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A thread with a stack that is large enough for the deepest evaluation that is allowed.
///
/// Evaluation descends with the instance. The stacks of threads differ from 8 MiB to 512 KiB, so a deep instance gets
/// one of known size; nearly no instance needs it.
enum DeepStack {
    /// Bytes; the system hands out pages of it as they are touched.
    static let size = 256 << 20

    /// Runs `work` on such a thread and waits for it; nil when the thread can't be made.
    static func run<Result>(_ work: () -> Result) -> Result? {
        var result: Result?
        withoutActuallyEscaping(work) { work in
            let box = Box { result = work() }
            if start(box) { box.wait() }
        }
        return result
    }

    private final class Box {
        let work: () -> Void
        var thread: pthread_t?

        init(_ work: @escaping () -> Void) {
            self.work = work
        }

        func wait() {
            if let thread { pthread_join(thread, nil) }
        }
    }

    private static func start(_ box: Box) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
        let argument = Unmanaged.passUnretained(box).toOpaque()
        #if canImport(Darwin)
        var thread: pthread_t?
        let status = pthread_create(&thread, &attributes, { DeepStack.body($0) }, argument)
        #else
        var thread = pthread_t()
        let status = pthread_create(&thread, &attributes, { DeepStack.body($0) }, argument)
        #endif
        guard status == 0 else { return false }
        box.thread = thread
        return true
    }

    private static func body(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeUnretainedValue().work() }
        return nil
    }
}
