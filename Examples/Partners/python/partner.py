"""A whole partner in Python, with the package cryptography: serve PORT, start, cancel, ledger. See ../README.md."""
import base64, http.client, http.server, json, os, sqlite3, sys, threading, urllib.parse
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

books = lambda: sqlite3.connect(os.environ["SHOP_BOOKS"], isolation_level=None, timeout=30)
SCHEMA = """CREATE TABLE IF NOT EXISTS orders(id TEXT PRIMARY KEY, json TEXT, metadata TEXT, session TEXT UNIQUE,
            stage TEXT DEFAULT 'waiting', state TEXT DEFAULT 'pending', paid INTEGER DEFAULT 0, refunds TEXT DEFAULT '')"""
canonical = lambda value: json.dumps(value, sort_keys=True)

def call(operation, body, api="v1", key=None):
    """Sends exactly the bytes that are signed; None when no answer came that can be read."""
    raw = json.dumps(body, ensure_ascii=False).encode()
    private = serialization.load_pem_private_key(open(os.environ["SHOP_KEY"], "rb").read(), None)
    headers = {"Content-Type": "application/json", "X-PARTNER-PROJECT": os.environ["PAYOUT_PROJECT"],
               "X-PARTNER-SIGN": base64.b64encode(private.sign(raw, PKCS1v15(), hashes.SHA256())).decode()}
    if key: headers["X-PARTNER-IDEMPOTENCY-KEY"] = key
    try:
        bank = http.client.HTTPConnection(urllib.parse.urlsplit(os.environ["PAYOUT_BANK_URL"]).netloc, timeout=30)
        bank.request("POST", f"/api/{api}/{operation}", raw, headers)
        answer = json.loads(bank.getresponse().read())
        return answer if isinstance(answer, dict) else None
    except (OSError, http.client.HTTPException, ValueError): return None

def start(order):
    """Starts one payout for an order; a lost answer is no refusal, as the webhook tells what became of it."""
    with books() as db:
        row = (order["order_id"], json.dumps(order), canonical(order["metadata"]))
        if not db.execute("INSERT OR IGNORE INTO orders(id, json, metadata) VALUES(?, ?, ?)", row).rowcount: return True
    card = {"type": "card", "card": {"type": "encrypted_card", "encrypted_card": {"number_hash": order["number_hash"]}}}
    answer = call("session/init/payout", {
        "payment_method" if order["api"] == "v1" else "payout_details": card,
        "participant_details": {"recipient": {"full_name": order["recipient_full_name"]}},
        "amount_details": {"amount": order["amount"], "currency": order["currency"].lower()},
        "metadata": order["metadata"]}, order["api"], order["order_id"])
    code = answer and (answer.get("error") or {}).get("code")
    if code and code != "idempotency_key_already_exists":  # that one is no refusal: the payout is on its way
        books().execute("UPDATE orders SET state = 'failed' WHERE id = ?", [order["order_id"]])
        return False
    if answer and not code: books().execute("UPDATE orders SET session = ? WHERE id = ? AND session IS NULL", [answer["session"]["id"], order["order_id"]])
    return True

def cancel(order):
    db = books()
    db.execute("UPDATE orders SET stage = 'cancelled' WHERE id = ?", [order["order_id"]])
    session = db.execute("SELECT session FROM orders WHERE id = ?", [order["order_id"]]).fetchone()
    if session and session[0]: call("session/cancel", {"session_id": session[0]}, order["api"])
    return session is not None

def find(db, session, payout):
    """The order by its session, or by its metadata while the answer to the start is not there."""
    if payout: db.execute("UPDATE orders SET session = ? WHERE session IS NULL AND metadata = ?", [session["id"], canonical(payout.get("metadata"))])
    return db.execute("SELECT id, json, paid, refunds FROM orders WHERE session = ?", [session["id"]]).fetchone()

def react(webhook):
    """Changes the books, and returns the call that has to follow: an operation, a session and a version."""
    session = webhook["session"]
    payouts = session.get("payments") or session.get("payout_list") or []
    payout = payouts[0] if payouts else None
    db = books()
    row = find(db, session, payout)
    if not row: return None
    id, order, paid, refunds = row[0], json.loads(row[1]), row[2], row[3].split()
    if webhook["type"] == "payment_finished" and payout and payout.get("status") == "succeeded":
        db.execute("UPDATE orders SET stage = 'finished', state = 'paid', paid = ? WHERE id = ? AND state != 'paid'", [order["amount"], id])
    elif webhook["type"] == "payment_finished" and payout and payout.get("status") == "failed":
        db.execute("UPDATE orders SET stage = 'finished', state = 'failed' WHERE id = ? AND state != 'paid'", [id])
    elif webhook["type"] == "payment_refunded" and payout:
        new = [refund for refund in payout.get("refunds") or [] if refund["id"] not in refunds]
        paid -= sum(refund["amount_details"]["amount"] for refund in new)
        db.execute("UPDATE orders SET paid = ?, refunds = ? WHERE id = ?", [paid, " ".join(refunds + [refund["id"] for refund in new]), id])
    elif webhook["type"] == "ready_to_confirm" and session.get("next_action") == "confirm":
        try: shown = [payout["amount_details"]["amount"], payout["amount_details"]["currency"].lower(), payout["participant_details"]["recipient"]["full_name"]]
        except (KeyError, TypeError): shown = None
        isOrdered = len(payouts) == 1 and shown == [order["amount"], order["currency"].lower(), order["recipient_full_name"]]
        # The database lets one of several webhooks at once through.
        change = "UPDATE orders SET stage = ? WHERE id = ? AND stage = 'waiting'"
        if db.execute(change, ["confirmed" if isOrdered else "cancelled", id]).rowcount:
            return ("session/confirm" if isOrdered else "session/cancel", session["id"], order["api"], id)

def follow(operation, session, api, id):
    answer = call(operation, {"session_id": session}, api)
    code = answer and (answer.get("error") or {}).get("code")
    if code and code != "session_wrong_state":  # refused for now: the next ready_to_confirm tries again
        books().execute("UPDATE orders SET stage = 'waiting' WHERE id = ? AND stage != 'finished'", [id])

class Webhooks(http.server.BaseHTTPRequestHandler):
    protocol_version, timeout = "HTTP/1.1", 30
    def log_message(self, *_): pass

    def read(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            return body if len(body) == length else None
        body = b""
        while size := int(self.rfile.readline().split(b";")[0] or b"0", 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def do_POST(self):
        body, action, status = self.read(), None, 200
        if body is None: return  # half a webhook
        signatures = self.headers.get_all("X-PARTNER-SIGN") or []
        try:
            key = serialization.load_pem_public_key(open(os.environ["SHOP_BANK_KEY"], "rb").read())
            [signature] = signatures
            raw = base64.b64decode(signature, validate=True)
            if base64.b64encode(raw).decode() != signature: raise ValueError
            key.verify(raw, body, PKCS1v15(), hashes.SHA256())
        except (ValueError, InvalidSignature): status = 401
        if status == 200:
            try: action = react(json.loads(body))
            except (ValueError, KeyError, TypeError): status = 400
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.wfile.flush()
        if action: threading.Thread(target=follow, args=action).start()

command = sys.argv[1]
books().execute(SCHEMA)
if command == "serve":
    http.server.ThreadingHTTPServer.request_queue_size = 128
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Webhooks).serve_forever()
elif command == "ledger":
    rows = books().execute("SELECT id, state, paid FROM orders")
    print(json.dumps({id: {"state": state, "paid": paid} for id, state, paid in rows}))
else:
    order = json.load(open(os.environ["PAYOUT_ORDER_FILE"]))
    sys.exit(0 if (start if command == "start" else cancel)(order) else 1)
