// An adapter in Go, with the standard library alone: payoutkit conform adapter -- go run adapter.go json.go signatures.go
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

func body(r any, operation string, order any) Map {
	session, metadata := at(order, "session_id"), at(order, "metadata")
	card := Map{"type": "card", "card": Map{"type": "encrypted_card", "encrypted_card": Map{"number_hash": at(order, "number_hash")}}}
	name := map[string]string{"v1": "payment_method", "v2": "payout_details"}[text(r, "api")]
	recipient, amount := Map{"full_name": at(order, "recipient_full_name")}, Map{"amount": at(order, "amount"), "currency": strings.ToLower(text(order, "currency"))}
	switch operation {
	case "token": return Map{"tokenize_widget": Map{"access": true}}
	case "token/info": return card
	case "session/create": return Map{"metadata": metadata}
	case "session/init/payout": return Map{name: card, "participant_details": Map{"recipient": recipient}, "amount_details": amount, "metadata": metadata}
	case "session/start/payout": return Map{"session_id": session, name: card, "participant_details": Map{"recipient": recipient}, "amount_details": amount, "metadata": metadata}
	default: return Map{"session_id": session}
	}
}
func encode(r any) Map { bytes, _ := json.Marshal(body(r, text(r, "operation"), at(r, "input"))); return Map{"body_base64": bytes} }
func receive(r any) Map {
	signatures := []string{}
	for _, field := range at(r, "headers").([]any) { if pair := field.([]any); strings.EqualFold(pair[0].(string), "X-PARTNER-SIGN") { signatures = append(signatures, pair[1].(string)) } }
	if len(signatures) != 1 || !isValid(r, signatures[0]) { return Map{"status": 401, "action": "none"} }
	webhook := parse(bytes(r, "body_base64")) // nil when it is no JSON
	for _, order := range at(r, "orders").([]any) {
		if text(webhook, "type") != "ready_to_confirm" || at(order, "session_id") != at(webhook, "session", "id") { continue }
		payouts, isList := at(webhook, "session", "payments").([]any)
		if !isList { payouts, _ = at(webhook, "session", "payout_list").([]any) }
		isOrdered := len(payouts) == 1 && at(payouts[0], "amount_details", "amount") == at(order, "amount") && strings.EqualFold(text(payouts[0], "amount_details", "currency"), text(order, "currency")) &&
			at(payouts[0], "participant_details", "recipient", "full_name") == at(order, "recipient_full_name")
		return Map{"status": 200, "action": map[bool]string{true: "confirm", false: "cancel"}[isOrdered], "session_id": at(order, "session_id")}
	}
	return Map{"status": 200, "action": "none"}
}
func main() {
	operations := map[string]func(any) Map{
		"hello": func(r any) Map { return Map{"name": "go", "ops": []string{"sign", "verify", "encode", "receive_webhook"}} },
		"sign": sign, "verify": func(r any) Map { return Map{"valid": isValid(r, text(r, "signature"))} }, "encode": encode, "receive_webhook": receive,
	}
	for lines := bufio.NewReader(os.Stdin); ; {
		line, end := lines.ReadBytes('\n')
		if end != nil { return }
		r, answer := parse(line), Map{"unsupported": true}
		if operation := operations[text(parse(line), "op")]; operation != nil { answer = operation(r) }
		answer["id"] = at(r, "id")
		written, _ := json.Marshal(answer)
		fmt.Println(string(written))
	}
}
