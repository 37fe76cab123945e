import StrictJSON

/// The members that the versions of the API call differently (the bank's page "Payouts with a widget", step 7, and the
/// official PHP SDK 2.10.7, `src/DTO/Session.php`).
package enum VersionNames {
    /// The name in v1 and the one in v2.
    package static let pairs = [
        ("payment_method", "payout_details"), ("payments", "payout_list"), ("acquiring_payments", "payment_list"),
    ]

    /// The version that a message shows by one of these names, and the name as it is written there.
    ///
    /// The names of the body itself count first, then those of its session, then those of what is to be confirmed. Nil
    /// when there is none, or the same object has names of both versions.
    static func shown(by root: JSONValue) -> (api: APIVersion, member: String)? {
        let session = root["session"]
        let confirmed = (session ?? root)["confirm_information"]?["transfer_details"]
        for object in [root, session, confirmed] {
            let found = (object.map { Array($0.members) } ?? [])
                .compactMap { member in version(of: member.name).map { (api: $0, member: member.name) } }
            guard let first = found.first else { continue }
            return found.allSatisfy { $0.api == first.api } ? first : nil
        }
        return nil
    }

    private static let versions: [[UInt8]: APIVersion] = {
        var versions: [[UInt8]: APIVersion] = [:]
        for pair in pairs {
            versions[MemberName.plain(pair.0)] = .v1
            versions[MemberName.plain(pair.1)] = .v2
        }
        return versions
    }()

    private static func version(of name: String) -> APIVersion? {
        // A very long name is none of them, and is not worth its copy.
        name.utf8.count <= MemberName.maximumLength ? versions[MemberName.plain(name)] : nil
    }
}
