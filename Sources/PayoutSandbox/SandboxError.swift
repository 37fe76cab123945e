/// Why a sandbox could not be started.
public struct SandboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of cause.
    public struct Code: Hashable, Sendable {
        /// A permanent name for programs.
        public let identifier: String

        /// The address is taken by another program.
        public static let addressInUse = Code(identifier: "address_in_use")
        /// The address could not be listened on for another reason.
        public static let cannotListen = Code(identifier: "cannot_listen")
        /// A public test key could not be read.
        public static let key = Code(identifier: "key")
        /// The projects do not fit together.
        public static let configuration = Code(identifier: "configuration")
        /// The journal could not be opened, read or written.
        public static let journal = Code(identifier: "journal")
        /// What was asked for is not possible.
        public static let refused = Code(identifier: "refused")
        /// The schemas and rules could not be read.
        public static let contract = Code(identifier: "contract")
    }

    /// The kind of cause.
    public var code: Code
    /// One English sentence without key material.
    public var description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
