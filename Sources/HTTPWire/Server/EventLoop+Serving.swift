extension EventLoop {
    /// Reads what has arrived and serves the requests that it completes.
    func receive(on connection: ServerConnection) {
        repeat {
            switch connection.transport.receive(into: scratch) {
            case .bytes(let count):
                if case .lingering = connection.phase {
                    connection.discarded += count
                    if connection.discarded > Self.maximumDiscardedBytes { close(connection) }
                    return
                }
                connection.reader.append(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
                serve(connection)
            case .wantsInput:
                watch(connection, .input)
                return
            case .wantsOutput:
                watch(connection, [.input, .output])
                return
            case .failed(let error) where error.code == .plainHTTPOnTLS && connection.isReading:
                connection.transport.dropTLS()
                refuse(error, on: connection)
                return
            case .endOfStream, .failed:
                close(connection)
                return
            }
        } while connection.transport.hasBufferedInput && connection.isReading
    }

    /// Serves the requests whose bytes are here, in their order, until one answer has to wait.
    func serve(_ connection: ServerConnection) {
        while connection.isReading {
            do throws(HTTPError) {
                switch try connection.reader.next() {
                case .needsMore:
                    awaitMore(on: connection)
                    return
                case .expectsContinue:
                    beginBody(on: connection)
                    let interim = ServerConnection.Outgoing(
                        bytes: Array("HTTP/1.1 100 Continue\r\n\r\n".utf8),
                        closes: false
                    )
                    start(interim, after: nil, on: connection)
                case .message(let message):
                    connection.readDeadline = nil
                    connection.isReadingBody = false
                    answer(message, on: connection)
                }
            } catch {
                refuse(error, on: connection)
            }
        }
    }

    /// Sets the deadline of the part of a request that is missing.
    private func awaitMore(on connection: ServerConnection) {
        if connection.reader.isBetweenMessages {
            guard connection.readDeadline == nil else { return }
            // After an answer the idle time runs; before the first request that of the head runs since the connection.
            if connection.peer.request > 0 {
                setDeadline(now.advanced(by: configuration.idleTimeout), of: connection)
            }
            if stopDeadline != nil { close(connection) }
        } else if connection.reader.isInsideBody {
            beginBody(on: connection)
        } else if connection.readDeadline == nil {
            let deadline = now.advanced(by: configuration.headTimeout)
            connection.readDeadline = deadline
            setDeadline(deadline, of: connection)
        }
    }

    private func beginBody(on connection: ServerConnection) {
        guard !connection.isReadingBody else { return }
        connection.isReadingBody = true
        let deadline = now.advanced(by: configuration.bodyTimeout)
        connection.readDeadline = deadline
        setDeadline(deadline, of: connection)
    }

    private func answer(_ message: MessageReader.Message, on connection: ServerConnection) {
        connection.peer.request += 1
        guard let request = message.request() else { return }
        let reply = handler(request, connection.peer)
        let manner = ServerConnection.Awaited(
            closes: !message.head.framing.keepsAlive(message.head.version) || mailbox.isStopping,
            isHead: request.method == "HEAD",
            statesKeepAlive: message.head.version == .http10
        )
        if let promise = reply.promise {
            hold(connection, for: promise, manner)
        } else {
            send(reply, manner, on: connection)
        }
    }

    private func send(_ reply: HTTPReply, _ manner: ServerConnection.Awaited, on connection: ServerConnection) {
        send(
            reply,
            closes: manner.closes || mailbox.isStopping,
            isHead: manner.isHead,
            statesKeepAlive: manner.statesKeepAlive,
            on: connection
        )
    }

    // MARK: Later replies

    private func hold(
        _ connection: ServerConnection,
        for promise: HTTPReplyPromise,
        _ manner: ServerConnection.Awaited
    ) {
        connection.phase = .awaitingReply
        connection.awaited = manner
        watch(connection, [])
        setDeadline(Deadline.now.advanced(by: promise.timeout), of: connection)
        let (mailbox, key, request) = (mailbox, connection.key, connection.peer.request)
        promise.whenGiven { mailbox.post(LateReply(key: key, request: request, reply: $0)) }
    }

    /// Sends a reply that was given later, unless its connection has gone or was told 504 already.
    func take(_ late: LateReply) {
        guard let connection = connections[Int32(truncatingIfNeeded: late.key)], connection.key == late.key,
            connection.peer.request == late.request, let manner = connection.awaited
        else {
            late.reply.afterSending?()
            return
        }
        connection.awaited = nil
        send(late.reply, manner, on: connection)
        if connection.isReading { serve(connection) }
    }

    /// Tells the peer that no reply was given in time.
    func giveUpReply(on connection: ServerConnection) {
        guard let manner = connection.awaited else { return }
        connection.awaited = nil
        send(HTTPReply(HTTPResponse(status: 504)), manner, on: connection)
        if connection.isReading { serve(connection) }
    }

    /// Answers a request that could not be read.
    ///
    /// What follows it on the connection has no known beginning, so it closes.
    func refuse(_ error: HTTPError, on connection: ServerConnection) {
        let headers: HTTPHeaders = ["Content-Type": "text/plain; charset=utf-8"]
        let response = HTTPResponse(
            status: error.answerStatus,
            headers: headers,
            body: Array("\(error.description)\n".utf8)
        )
        send(HTTPReply(response), closes: true, isHead: false, on: connection)
    }

    // MARK: Sending

    /// Writes the answer as bytes and starts to send them.
    func send(
        _ reply: HTTPReply,
        closes: Bool,
        isHead: Bool,
        statesKeepAlive: Bool = false,
        on connection: ServerConnection
    ) {
        let fault = reply.fault
        let closes = closes || reply.response.headers.lists("close", in: "connection")
        let context = MessageWriter.ResponseContext(
            isHead: isHead,
            closes: closes,
            statesKeepAlive: statesKeepAlive,
            date: dateValue()
        )
        var outgoing: ServerConnection.Outgoing
        do throws(HTTPError) {
            let bytes = try MessageWriter.bytes(of: reply.response, context: context, fault: fault)
            outgoing = ServerConnection.Outgoing(bytes: bytes, closes: closes)
        } catch {
            // The handler's answer would break the head apart. That is a fault of the program; the peer gets an answer.
            outgoing = ServerConnection.Outgoing(
                bytes: Array(
                    "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8
                ),
                closes: true
            )
        }
        if let fault {
            outgoing.stepSize = fault.stepSize
            outgoing.pause = fault.pause
            outgoing.closes = outgoing.closes || fault.ending != .orderly
            outgoing.resets = fault.ending == .reset
        }
        outgoing.afterSending = reply.afterSending
        start(outgoing, after: fault?.delay, on: connection)
    }

    private func start(
        _ outgoing: ServerConnection.Outgoing,
        after delay: Duration?,
        on connection: ServerConnection
    ) {
        connection.outgoing = outgoing
        if let delay, delay > .zero {
            pause(connection, for: delay)
        } else {
            connection.phase = .writing
            connection.deadline = .never
            advance(connection)
        }
    }

    private func pause(_ connection: ServerConnection, for duration: Duration) {
        connection.phase = .pausing
        watch(connection, [])
        setDeadline(Deadline.now.advanced(by: duration), of: connection)
    }

    /// Sends as much of the answer as the socket takes.
    func advance(_ connection: ServerConnection) {
        while let outgoing = connection.outgoing, outgoing.offset < outgoing.bytes.count {
            let end = min(outgoing.bytes.count, outgoing.offset + (outgoing.stepSize ?? outgoing.bytes.count))
            let result = outgoing.bytes.withUnsafeBytes { bytes in
                connection.transport.send(UnsafeRawBufferPointer(rebasing: bytes[outgoing.offset..<end]))
            }
            switch result {
            case .bytes(let count):
                connection.outgoing?.offset += count
                let isLast = outgoing.offset + count == outgoing.bytes.count
                if outgoing.stepSize != nil, !isLast, outgoing.pause > .zero {
                    pause(connection, for: outgoing.pause)
                    return
                }
            case .wantsOutput, .wantsInput:
                if connection.deadline == .never {
                    setDeadline(now.advanced(by: configuration.writeTimeout), of: connection)
                }
                if case .wantsInput = result { watch(connection, .input) } else { watch(connection, .output) }
                return
            case .endOfStream, .failed:
                close(connection)
                return
            }
        }
        finish(connection)
    }

    private func finish(_ connection: ServerConnection) {
        guard let outgoing = connection.outgoing else { return }
        guard !outgoing.resets else {
            close(connection, byReset: true)
            return
        }
        connection.outgoing = nil
        if outgoing.closes {
            linger(connection)
        } else {
            connection.phase = .reading
            connection.deadline = connection.readDeadline ?? .never
            watch(connection, .input)
        }
        outgoing.afterSending?()
    }

    private func linger(_ connection: ServerConnection) {
        connection.phase = .lingering
        connection.transport.finishSending()
        watch(connection, .input)
        setDeadline(now.advanced(by: Self.lingerTimeout), of: connection)
    }

    private func watch(_ connection: ServerConnection, _ interest: Poller.Interest) {
        guard connection.interest != interest else { return }
        connection.interest = interest
        poller.change(connection.transport.descriptor, interest, key: connection.key)
    }
}

extension ServerConnection {
    /// Whether the connection waits for a request, or for the rest of one.
    var isReading: Bool {
        if case .reading = phase { true } else { false }
    }
}
