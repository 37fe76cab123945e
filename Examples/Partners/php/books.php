<?php
// The books of the shop: one JSON file, which is read and changed under a lock, so that of several webhooks at once one acts.

/** Changes the books, an object of entries by order_id, and returns what $change returns. */
function books(callable $change): mixed
{
    $file = fopen(getenv('SHOP_BOOKS'), 'c+');
    flock($file, LOCK_EX);
    $books = json_decode(stream_get_contents($file) ?: '{}');  // objects, not arrays: {} has to stay {}
    $result = $change($books);
    $text = json_encode($books, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    rewind($file);
    ftruncate($file, 0);
    fwrite($file, $text);
    fclose($file);  // and with it the lock
    return $result;
}

/** The entry of a session: by its id, or by the order's metadata while the answer to the start is not there. */
function entry(object $books, object $session, ?object $payout): ?object
{
    foreach ($books as $entry) {
        if ($entry->session === $session->id) return $entry;
    }
    foreach ($books as $entry) {
        if ($entry->session !== null || canonical($entry->order->metadata) !== canonical($payout?->metadata)) continue;
        $entry->session = $session->id;
        return $entry;
    }
    return null;
}

/** A text that is the same for equal JSON values, in whatever order their members stand. */
function canonical(mixed $value): string
{
    $sort = function (mixed $value) use (&$sort): mixed {
        if (is_array($value)) return array_map($sort, $value);
        if (!is_object($value)) return $value;
        $members = array_map($sort, (array) $value);
        ksort($members, SORT_STRING);
        return (object) $members;
    };
    return json_encode($sort($value));
}
