<?php
// Calls of the bank: the bytes that are signed are the bytes that are sent.

/** What the bank answers; null when no answer came that can be read, so nobody knows what became of the call. */
function call(string $operation, array $body, string $api, ?string $key = null): ?object
{
    $raw = json_encode($body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    openssl_sign($raw, $signature, file_get_contents(getenv('SHOP_KEY')), OPENSSL_ALGO_SHA256);
    $headers = [
        'Content-Type: application/json',
        'X-PARTNER-PROJECT: ' . getenv('PAYOUT_PROJECT'),
        'X-PARTNER-SIGN: ' . base64_encode($signature),
    ];
    if ($key !== null) $headers[] = "X-PARTNER-IDEMPOTENCY-KEY: $key";
    $curl = curl_init(rtrim(getenv('PAYOUT_BANK_URL'), '/') . "/api/$api/$operation");
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => $raw,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $answer = curl_exec($curl);
    $answer = is_string($answer) ? json_decode($answer) : null;
    return is_object($answer) ? $answer : null;
}

/** The code of a refusal, whatever the HTTP status and the member status say; null for success and for a lost answer. */
function refusal(?object $answer): ?string
{
    return $answer?->error?->code ?? null;
}

function startBody(object $order): array
{
    $card = ['type' => 'encrypted_card', 'encrypted_card' => ['number_hash' => $order->number_hash]];
    return [
        $order->api === 'v1' ? 'payment_method' : 'payout_details' => ['type' => 'card', 'card' => $card],
        'participant_details' => ['recipient' => ['full_name' => $order->recipient_full_name]],
        'amount_details' => ['amount' => $order->amount, 'currency' => strtolower($order->currency)],
        'metadata' => $order->metadata,
    ];
}
