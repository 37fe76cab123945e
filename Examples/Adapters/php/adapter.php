<?php
// An adapter in PHP 8, with the extension openssl: payoutkit conform adapter -- php adapter.php
function isValid(string $signature, string $body, string $pem): bool
{
    $raw = base64_decode($signature, true);
    // PHP's decoder skips blanks: only one spelling of a signature counts.
    return $raw !== false && base64_encode($raw) === $signature
        && openssl_verify($body, $raw, $pem, OPENSSL_ALGO_SHA256) === 1;
}

function body(string $operation, string $api, object $order): array
{
    $card = ['type' => 'card', 'card' => ['type' => 'encrypted_card', 'encrypted_card' => ['number_hash' => $order->number_hash ?? null]]];
    $payout = fn() => [
        $api === 'v1' ? 'payment_method' : 'payout_details' => $card,
        'participant_details' => ['recipient' => ['full_name' => $order->recipient_full_name]],
        'amount_details' => ['amount' => $order->amount, 'currency' => strtolower($order->currency)],
        'metadata' => $order->metadata,
    ];
    return match ($operation) {
        'token' => ['tokenize_widget' => ['access' => true]],
        'token/info' => $card,
        'session/create' => ['metadata' => $order->metadata],
        'session/init/payout' => $payout(),
        'session/start/payout' => ['session_id' => $order->session_id] + $payout(),
        default => ['session_id' => $order->session_id],
    };
}

function receive(object $r): array
{
    $body = base64_decode($r->body_base64);
    $signatures = array_filter($r->headers, fn($field) => strtolower($field[0]) === 'x-partner-sign');
    if (count($signatures) !== 1 || !isValid(reset($signatures)[1], $body, $r->public_key_pem)) return ['status' => 401, 'action' => 'none'];
    $webhook = json_decode($body);
    $session = is_object($webhook) && is_object($webhook->session ?? null) ? $webhook->session : null;
    $orders = array_filter($r->orders, fn($order) => $order->session_id === ($session->id ?? null));
    if (($webhook->type ?? null) !== 'ready_to_confirm' || !$orders) return ['status' => 200, 'action' => 'none'];
    $order = reset($orders);
    $payouts = $session->payments ?? $session->payout_list ?? [];
    $isOrdered = count($payouts) === 1 && ($payouts[0]->amount_details->amount ?? null) === $order->amount
        && strtolower($payouts[0]->amount_details->currency ?? '') === strtolower($order->currency)
        && ($payouts[0]->participant_details->recipient->full_name ?? null) === $order->recipient_full_name;
    return ['status' => 200, 'action' => $isOrdered ? 'confirm' : 'cancel', 'session_id' => $session->id];
}

$flags = JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR;
while (($line = fgets(STDIN)) !== false) {
    $r = json_decode($line);  // objects, not arrays: {} has to stay {}
    $answer = match ($r->op) {
        'hello' => ['name' => 'php', 'ops' => ['sign', 'verify', 'encode', 'receive_webhook']],
        'sign' => openssl_sign(base64_decode($r->body_base64), $raw, $r->private_key_pem, OPENSSL_ALGO_SHA256) ? ['signature' => base64_encode($raw)] : ['error' => openssl_error_string()],
        'verify' => ['valid' => isValid($r->signature, base64_decode($r->body_base64), $r->public_key_pem)],
        'encode' => ['body_base64' => base64_encode(json_encode(body($r->operation, $r->api, $r->input), $flags))],
        'receive_webhook' => receive($r),
        default => ['unsupported' => true],
    };
    echo json_encode(['id' => $r->id] + $answer, $flags), "\n";
}
