import PartnerSignature
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The public test keys under `vectors/keys`, read once.
struct PublishedKeys {
    static let partner = Result { try PublishedKeys("partner") }
    static let bank = Result { try PublishedKeys("bank") }
    static let other = Result { try PublishedKeys("other") }
    static let long = Result { try PublishedKeys("4096") }

    let privatePEM: [UInt8]
    let publicPEM: [UInt8]
    let privateKey: PrivateKey
    let publicKey: PublicKey

    private init(_ name: String) throws {
        privatePEM = try Files.read("vectors/keys/public-test-key-\(name).pem")
        publicPEM = try Files.read("vectors/keys/public-test-key-\(name).pub.pem")
        privateKey = try PrivateKey(pem: privatePEM)
        publicKey = try PublicKey(pem: publicPEM)
    }
}

/// Files of the package.
enum Files {
    struct Unreadable: Error {
        let path: String
    }

    /// The folder of the package, with a slash at its end.
    static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/"
    }()

    /// Reads a file, given its path from the folder of the package or from the root of the file system.
    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path.hasPrefix("/") ? path : root + path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
