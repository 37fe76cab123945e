import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Reception: paths") struct RouteTests {
    private static let routes = Result { RouteTable(contract: try Contract.embedded()) }

    @Test(arguments: Operation.core)
    func `every operation has its path`(_ operation: Operation) throws {
        let route = try Self.routes.get().route("/api/v1/\(operation.path)")
        #expect(route.operation == operation)
        #expect(route.version == .v1)
    }

    @Test(arguments: [
        ("/api/v1/session/crate", "/api/v1/session/create"),
        ("//api/v1/session/create", "/api/v1/session/create"),
        ("/api/v1/session/create/", "/api/v1/session/create"),
        ("/API/V1/Session/Create", "/api/v1/session/create"),
        ("/session/confirm", "/api/v1/session/confirm"),
        ("/api/session/status", "/api/v1/session/status"),
        ("/api/v3/session/init/payout", "/api/v1/session/init/payout"),
        ("/api/v1/session/init_payout", "/api/v1/session/init/payout"),
        ("/api/v1/tokens", "/api/v1/token"),
    ])
    func `a near miss is told the right path`(_ path: String, _ right: String) throws {
        let routes = try Self.routes.get()
        #expect(routes.nearest(to: path) == right)
        let error = #expect(throws: Refusal.self) { try routes.route(path) }
        #expect(error?.status == 404)
        #expect(error?.description.contains(right) == true)
        #expect(error?.rule == "PATH.KNOWN")
    }

    @Test(arguments: ["/api/v1/", "/api/v1/payments/create", "/api/v1/escrow/payout", "/", "", "/favicon.ico"])
    func `a path that is far from all is told where to look`(_ path: String) throws {
        let routes = try Self.routes.get()
        #expect(routes.nearest(to: path) == nil)
        #expect(routes.refusal(for: path).description.contains("GET /"))
    }

    @Test func `a very long path is not compared`() throws {
        #expect(try Self.routes.get().nearest(to: "/api/v1/" + String(repeating: "a", count: 100_000)) == nil)
    }
}
