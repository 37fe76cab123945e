// An adapter in JavaScript, with Node.js alone: payoutkit conform adapter -- node adapter.js
const crypto = require('crypto');
const readline = require('readline');

const bytes = (base64) => Buffer.from(base64, 'base64');

function isValid(signature, body, pem) {
  const raw = bytes(signature);
  // Node's decoder takes much for Base64: only one spelling of a signature counts.
  return raw.length > 0 && raw.toString('base64') === signature && crypto.verify('sha256', body, pem, raw);
}

function payout(order, api) {
  return {
    [api === 'v1' ? 'payment_method' : 'payout_details']: card(order),
    participant_details: { recipient: { full_name: order.recipient_full_name } },
    amount_details: { amount: order.amount, currency: order.currency.toLowerCase() },
    metadata: order.metadata,
  };
}

const card = (order) => ({ type: 'card', card: { type: 'encrypted_card', encrypted_card: { number_hash: order.number_hash } } });

function body(operation, api, order) {
  switch (operation) {
    case 'token': return { tokenize_widget: { access: true } };
    case 'token/info': return card(order);
    case 'session/create': return { metadata: order.metadata };
    case 'session/init/payout': return payout(order, api);
    case 'session/start/payout': return { session_id: order.session_id, ...payout(order, api) };
    default: return { session_id: order.session_id };
  }
}

const operations = {
  sign: (r) => ({ signature: crypto.sign('sha256', bytes(r.body_base64), r.private_key_pem).toString('base64') }),
  verify: (r) => ({ valid: isValid(r.signature, bytes(r.body_base64), r.public_key_pem) }),
  encode: (r) => ({ body_base64: Buffer.from(JSON.stringify(body(r.operation, r.api, r.input))).toString('base64') }),
  receive_webhook(r) {
    const signatures = r.headers.filter(([name]) => name.toLowerCase() === 'x-partner-sign');
    if (signatures.length !== 1 || !isValid(signatures[0][1], bytes(r.body_base64), r.public_key_pem)) return { status: 401, action: 'none' };
    let webhook;
    try { webhook = JSON.parse(bytes(r.body_base64).toString()); } catch { return { status: 400, action: 'none' }; }
    const session = webhook?.session;
    const order = r.orders.find((order) => order.session_id === session?.id);
    if (webhook?.type !== 'ready_to_confirm' || !order) return { status: 200, action: 'none' };
    const [payout, ...others] = session.payments ?? session.payout_list ?? [];
    const isOrdered = others.length === 0 && payout?.amount_details?.amount === order.amount
      && payout.amount_details.currency?.toLowerCase() === order.currency.toLowerCase()
      && payout.participant_details?.recipient?.full_name === order.recipient_full_name;
    return { status: 200, action: isOrdered ? 'confirm' : 'cancel', session_id: session.id };
  },
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const r = JSON.parse(line);
  const answer = r.op === 'hello' ? { name: 'node', ops: Object.keys(operations) } : operations[r.op]?.(r) ?? { unsupported: true };
  process.stdout.write(JSON.stringify({ id: r.id, ...answer }) + '\n');
});
