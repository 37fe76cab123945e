import HTTPWire
import PartnerSignature
package import PayoutConformance
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON
import Synchronization

/// The sandbox behind a front that makes one thing wrong, and with webhooks that pass through it too.
package struct BrokenBank: SuiteTarget {
    var breakage: Breakage
    /// How many times longer than on loopback the bank may take; a broken one is waited for, so it gets little.
    var pace = 3

    package var name: String { "broken bank: \(breakage.name)" }

    package func connect() throws(PreflightError) -> any TargetConnection {
        do {
            return try start()
        } catch {
            throw PreflightError(code: .sandbox, sentence: "The broken bank doesn't start: \(error).", fix: "")
        }
    }

    private func start() throws -> BankConnection {
        let breakage = breakage
        var configuration = SandboxConfiguration()
        configuration.profile = .strict
        configuration.timing.returnAfter = .milliseconds(1)
        configuration.schedule = WebhookSchedule(firstPause: .milliseconds(20))
        let sandbox = try Sandbox(configuration: configuration)
        let tools = try BankTools(bankURL: sandbox.url, project: configuration.project)
        let front = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 4)) { request, _ in
            Self.answer(request, breakage, tools)
        }
        let inboxURL = Mutex<HTTPURL?>(nil)
        let courier = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 4)) { request, _ in
            var status = 200
            for letter in (try? breakage.onWebhook(request, tools)) ?? [] {
                var letter = letter
                letter.dropFraming()
                letter.target = ""
                guard let url = inboxURL.withLock({ $0 }) else { continue }
                status = (try? tools.client.send(letter, to: url))?.status ?? 502
            }
            return HTTPReply(HTTPResponse(status: breakage.hidesWebhookAnswers ? 200 : status))
        }
        let target = BankTarget(
            url: try HTTPURL("http://127.0.0.1:\(front.port)"),
            project: configuration.project,
            partnerKey: tools.partnerKey,
            bankKey: tools.bankKey.publicKey,
            webhookAddress: WebhookAddress(),
            abilities: .sandbox,
            pace: pace
        )
        let connection = try target.open {
            front.stop(within: .milliseconds(50))
            sandbox.stop(within: .milliseconds(50))
            courier.stop(within: .milliseconds(50))
            tools.client.close()
        }
        inboxURL.withLock { $0 = connection.inbox?.url }
        sandbox.setWebhookURL(try HTTPURL("http://127.0.0.1:\(courier.port)/"))
        return connection
    }

    private static func answer(_ request: HTTPRequest, _ breakage: Breakage, _ tools: BankTools) -> HTTPReply {
        do {
            switch try breakage.onRequest(request, tools) {
            case .answer(let reply): return reply
            case .forward(let forwarded):
                return try breakage.onResponse(request, tools.forward(forwarded), tools)
            }
        } catch {
            return HTTPReply(HTTPResponse(status: 502, body: Array("the front failed: \(error)".utf8)))
        }
    }
}
