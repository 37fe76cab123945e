"""An adapter in Python, with the package cryptography: payoutkit conform adapter -- python3 adapter.py"""
import base64, json, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

def sign(request):
    key = serialization.load_pem_private_key(request["private_key_pem"].encode(), None)
    return {"signature": base64.b64encode(key.sign(base64.b64decode(request["body_base64"]), PKCS1v15(), hashes.SHA256())).decode()}

def is_valid(signature, body, pem):
    try:
        raw = base64.b64decode(signature, validate=True)
        serialization.load_pem_public_key(pem.encode()).verify(raw, body, PKCS1v15(), hashes.SHA256())
        return base64.b64encode(raw).decode() == signature  # one signature, one spelling
    except (ValueError, InvalidSignature):
        return False

def encode(request):
    order, operation = request["input"], request["operation"]
    card = {"type": "card", "card": {"type": "encrypted_card", "encrypted_card": {"number_hash": order.get("number_hash")}}}
    if operation == "token": body = {"tokenize_widget": {"access": True}}
    elif operation == "token/info": body = card
    elif operation == "session/create": body = {"metadata": order["metadata"]}
    elif operation in ("session/init/payout", "session/start/payout"):
        body = {"session_id": order["session_id"]} if operation == "session/start/payout" else {}
        body["payment_method" if request["api"] == "v1" else "payout_details"] = card
        body["participant_details"] = {"recipient": {"full_name": order["recipient_full_name"]}}
        body["amount_details"] = {"amount": order["amount"], "currency": order["currency"].lower()}
        body["metadata"] = order["metadata"]
    else: body = {"session_id": order["session_id"]}
    return {"body_base64": base64.b64encode(json.dumps(body, ensure_ascii=False).encode()).decode()}

def receive_webhook(request):
    body = base64.b64decode(request["body_base64"])
    signatures = [value for name, value in request["headers"] if name.lower() == "x-partner-sign"]
    if len(signatures) != 1 or not is_valid(signatures[0], body, request["public_key_pem"]):
        return {"status": 401, "action": "none"}
    try:
        webhook = json.loads(body)
        session = webhook["session"]
        order = next(order for order in request["orders"] if order["session_id"] == session["id"] and webhook["type"] == "ready_to_confirm")
    except (ValueError, KeyError, TypeError, StopIteration):  # nothing that one of our orders waits for
        return {"status": 200, "action": "none"}
    try:
        [payout] = session.get("payments") or session.get("payout_list")
        amount, recipient = payout["amount_details"], payout["participant_details"]["recipient"]
        shown = [amount["amount"], amount["currency"].lower(), recipient["full_name"]]
    except (ValueError, KeyError, TypeError): shown = None  # not the one payout that was ordered
    action = "confirm" if shown == [order["amount"], order["currency"].lower(), order["recipient_full_name"]] else "cancel"
    return {"status": 200, "action": action, "session_id": session["id"]}

verify = lambda r: {"valid": is_valid(r["signature"], base64.b64decode(r["body_base64"]), r["public_key_pem"])}
operations = {"sign": sign, "verify": verify, "encode": encode, "receive_webhook": receive_webhook}
for line in sys.stdin.buffer:
    request = json.loads(line)
    if request["op"] == "hello": answer = {"name": "python", "ops": list(operations)}
    else: answer = operations.get(request["op"], lambda _: {"unsupported": True})(request)
    print(json.dumps({"id": request["id"], **answer}), flush=True)
