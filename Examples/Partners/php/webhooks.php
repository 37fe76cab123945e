<?php
// Takes webhooks: PHP_CLI_SERVER_WORKERS=8 php -S 127.0.0.1:8090 webhooks.php; alone, the server does one thing at a time.
require __DIR__ . '/books.php';

/** Verifies the bytes that came, before anything reads them. */
function isFromBank(string $signature, string $body): bool
{
    $raw = base64_decode($signature, true);
    // PHP's decoder skips blanks: only one spelling of a signature counts.
    return $raw !== false && base64_encode($raw) === $signature
        && openssl_verify($body, $raw, file_get_contents(getenv('SHOP_BANK_KEY')), OPENSSL_ALGO_SHA256) === 1;
}

function isOrdered(array $payouts, object $order): bool
{
    $payout = $payouts[0] ?? null;
    return count($payouts) === 1 && ($payout->amount_details->amount ?? null) === $order->amount
        && strtolower($payout->amount_details->currency ?? '') === strtolower($order->currency)
        && ($payout->participant_details->recipient->full_name ?? null) === $order->recipient_full_name;
}

/** Changes the books, and returns the call that has to follow: an operation, a session, a version and an order. */
function react(object $webhook): ?array
{
    $session = $webhook->session;
    $payouts = $session->payments ?? $session->payout_list ?? [];
    $payout = $payouts[0] ?? null;
    return books(function (object $books) use ($webhook, $session, $payouts, $payout): ?array {
        $entry = entry($books, $session, $payout);
        if ($entry === null) return null;
        $event = $webhook->type . ' ' . ($payout->status ?? '');
        if ($event === 'payment_finished succeeded' && $entry->state !== 'paid') {
            [$entry->stage, $entry->state, $entry->paid] = ['finished', 'paid', $entry->order->amount];
        } elseif ($event === 'payment_finished failed' && $entry->state !== 'paid') {
            [$entry->stage, $entry->state] = ['finished', 'failed'];
        } elseif ($webhook->type === 'payment_refunded') {
            foreach ($payout->refunds ?? [] as $refund) {
                if (in_array($refund->id, $entry->refunds, true)) continue;
                $entry->refunds[] = $refund->id;
                $entry->paid -= $refund->amount_details->amount;
            }
        } elseif ($webhook->type === 'ready_to_confirm' && ($session->next_action ?? '') === 'confirm' && $entry->stage === 'waiting') {
            $isOrdered = isOrdered($payouts, $entry->order);
            $entry->stage = $isOrdered ? 'confirmed' : 'cancelled';
            return [$isOrdered ? 'session/confirm' : 'session/cancel', $session->id, $entry->order->api, $entry->order->order_id];
        }
        return null;
    });
}

$body = file_get_contents('php://input');
$webhook = isFromBank($_SERVER['HTTP_X_PARTNER_SIGN'] ?? '', $body) ? json_decode($body) : false;
$isWebhook = is_string($webhook->type ?? null) && is_string($webhook->session->id ?? null);
http_response_code($webhook === false ? 401 : ($isWebhook ? 200 : 400));
$call = $isWebhook ? react($webhook) : null;
// The answer goes out at once: the call to the bank is made beside it.
if ($call) exec(PHP_BINARY . ' ' . implode(' ', array_map('escapeshellarg', [__DIR__ . '/shop.php', 'follow', ...$call])) . ' >/dev/null 2>&1 &');
