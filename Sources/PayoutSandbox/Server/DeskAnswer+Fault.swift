import HTTPWire
import PayoutContract

extension DeskAnswer {
    /// Makes the answer go wrong as ordered.
    mutating func apply(_ order: AnswerFault) {
        switch order {
        case .refusal:
            break
        case .repeated(let description):
            // A call that the bank did not carry out has no repeat.
            guard errorCode == nil else { break }
            let refusal = Refusal.repeated(description)
            status = refusal.status
            body = BankWriter(BankBehaviour()).answer(refusal)
        case .delay(let duration):
            fault = .delay(duration)
        case .drop:
            fault = .dropConnection
        case .reset:
            fault = .resetConnection
        case .status(let status):
            self.status = status
            body = []
        case .errorPage(let status):
            self.status = status
            contentType = "text/html; charset=utf-8"
            body = Array(Self.errorPage(status).utf8)
        case .truncatedBody:
            fault = .truncateBody(keep: body.count / 2)
        case .wrongLength(let difference):
            fault = .wrongContentLength(max(0, body.count + difference))
        case .drip(let size, let pause):
            fault = .drip(size, every: pause)
        }
    }

    /// A page as a proxy in front of a bank would send it.
    private static func errorPage(_ status: Int) -> String {
        let title = "\(status) \(HTTPResponse.usualReason(of: status))"
        return "<html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(title)</h1></center>\r\n"
            + "<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n"
    }
}

extension Examination {
    /// Keeps the bank from acting, as an order says.
    mutating func refuse(by order: AnswerOrder) {
        // A call that the bank would refuse anyway is refused for that.
        guard case .success = instruction else { return }
        guard case .refusal(let code, let status, let envelope) = order.fault else {
            instruction = .failure(.ordered(ErrorCode.internalError.rawValue))
            return
        }
        var behaviour = behaviour
        if status != nil { behaviour.errorStatus = .byKind }
        if let envelope { behaviour.errorEnvelope = envelope }
        orderedBehaviour = behaviour
        instruction = .failure(.ordered(code, status: status ?? 400))
    }
}

extension Refusal {
    fileprivate static func ordered(_ code: String, status: Int = 400) -> Refusal {
        Refusal(ErrorCode(code), status: status, FaultSentence.text(of: code))
    }
}
