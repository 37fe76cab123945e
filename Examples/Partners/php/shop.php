<?php
// A whole partner in PHP 8 with openssl and curl: php shop.php start|cancel|ledger. See ../../README.md.
require __DIR__ . '/bank.php';
require __DIR__ . '/books.php';

/** Starts one payout for an order; a lost answer is no refusal, as the webhook tells what became of it. */
function start(object $order): bool
{
    $isNew = books(function (object $books) use ($order): bool {
        if (isset($books->{$order->order_id})) return false;
        $books->{$order->order_id} = (object) [
            'order' => $order, 'session' => null, 'stage' => 'waiting', 'state' => 'pending', 'paid' => 0, 'refunds' => [],
        ];
        return true;
    });
    if (!$isNew) return true;
    $answer = call('session/init/payout', startBody($order), $order->api, $order->order_id);
    $code = refusal($answer);
    // The bank has had the call before: the payout is on its way.
    $isRefused = $code !== null && $code !== 'idempotency_key_already_exists';
    books(function (object $books) use ($order, $answer, $isRefused): void {
        $entry = $books->{$order->order_id};
        if ($isRefused) $entry->state = 'failed';
        $entry->session ??= $answer?->session?->id ?? null;
    });
    return !$isRefused;
}

function cancel(object $order): bool
{
    $session = books(function (object $books) use ($order): string|false|null {
        if (!isset($books->{$order->order_id})) return false;
        $books->{$order->order_id}->stage = 'cancelled';
        return $books->{$order->order_id}->session;
    });
    if ($session) call('session/cancel', ['session_id' => $session], $order->api);
    return $session !== false;
}

/** What webhooks.php starts behind its answer. */
function follow(string $operation, string $session, string $api, string $orderID): void
{
    $code = refusal(call($operation, ['session_id' => $session], $api));
    if ($code === null || $code === 'session_wrong_state') return;
    books(function (object $books) use ($orderID): void {  // refused for now: the next ready_to_confirm tries again
        if ($books->$orderID->stage !== 'finished') $books->$orderID->stage = 'waiting';
    });
}

$order = fn(): object => json_decode(file_get_contents(getenv('PAYOUT_ORDER_FILE')));
$ledger = fn(object $books): array => array_map(fn($entry) => ['state' => $entry->state, 'paid' => $entry->paid], (array) $books);
match ($argv[1] ?? '') {
    'start' => exit(start($order()) ? 0 : 1),
    'cancel' => exit(cancel($order()) ? 0 : 1),
    'ledger' => print json_encode((object) books($ledger)),
    'follow' => follow(...array_slice($argv, 2)),
};
