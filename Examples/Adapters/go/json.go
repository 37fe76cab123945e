// JSON whose shape is not trusted: what is absent, or of another kind, is nil or empty.
package main

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

type Map = map[string]any

func parse(text []byte) (value any) { // nil when it is no JSON; numbers stay as they are written
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	_ = decoder.Decode(&value)
	return
}
func at(value any, path ...string) any { // a member at any depth; nil where there is none
	for _, name := range path { object, _ := value.(Map); value = object[name] }
	return value
}
func text(value any, path ...string) string { text, _ := at(value, path...).(string); return text }
func bytes(value any, name string) []byte { bytes, _ := base64.StdEncoding.DecodeString(text(value, name)); return bytes }
