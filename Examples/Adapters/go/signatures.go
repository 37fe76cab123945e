// The signatures of the payout API in Go: the part of the example that your own code would be.
package main

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"math/big"
)

func der(value any, name string) []byte { block, _ := pem.Decode([]byte(text(value, name))); return block.Bytes }

func sign(r any) Map {
	key, _ := x509.ParsePKCS8PrivateKey(der(r, "private_key_pem"))
	digest := sha256.Sum256(bytes(r, "body_base64"))
	signature, _ := rsa.SignPKCS1v15(nil, key.(*rsa.PrivateKey), crypto.SHA256, digest[:])
	return Map{"signature": signature} // []byte is written in Base64
}
func isValid(r any, signature string) bool {
	parsed, _ := x509.ParsePKIXPublicKey(der(r, "public_key_pem"))
	key := parsed.(*rsa.PublicKey)
	raw, _ := base64.StdEncoding.DecodeString(signature)
	digest := sha256.Sum256(bytes(r, "body_base64"))
	// Go's decoder skips line breaks, and before 1.20 its verifier takes numbers above the modulus.
	isCanonical := base64.StdEncoding.EncodeToString(raw) == signature && new(big.Int).SetBytes(raw).Cmp(key.N) < 0
	return isCanonical && rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], raw) == nil
}
