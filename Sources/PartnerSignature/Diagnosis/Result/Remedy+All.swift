extension Remedy {
    /// For bodies that were serialised twice or changed on the way.
    static let signWhatIsSent = Remedy(
        "serialise once, sign these bytes, send these bytes; verify the raw body before anything parses it",
        php: "$body = json_encode($data); openssl_sign($body, $sign, $key, OPENSSL_ALGO_SHA256); "
            + "curl_setopt($ch, CURLOPT_POSTFIELDS, $body); // verify: file_get_contents('php://input')",
        python: "body = json.dumps(data).encode(); sign = key.sign(body, PKCS1v15(), SHA256()); "
            + "requests.post(url, data=body)  # not json=data; verify: request.get_data()",
        javaScript:
            "const body = JSON.stringify(data); const sign = crypto.sign('RSA-SHA256', Buffer.from(body), key); "
            + "fetch(url, {method: 'POST', body}); // verify: express.raw({type: '*/*'})",
        java: "byte[] body = mapper.writeValueAsBytes(data); signature.update(body); "
            + "BodyPublishers.ofByteArray(body); // verify: request.getInputStream().readAllBytes()",
        go: "body, _ := json.Marshal(data); sum := sha256.Sum256(body); "
            + "http.NewRequest(\"POST\", url, bytes.NewReader(body)) // verify: io.ReadAll(r.Body)",
        cSharp: "var body = JsonSerializer.SerializeToUtf8Bytes(data); var sign = rsa.SignData(body, "
            + "HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); new ByteArrayContent(body) // not PostAsJsonAsync"
    )

    /// For a text that was normalised, converted or stripped.
    static let keepCharacters = Remedy(
        "sign the UTF-8 bytes that are sent, and change no character between encoding and signing",
        php: "json_encode($data, JSON_UNESCAPED_UNICODE); // no iconv, mb_convert_encoding or Normalizer after it",
        python: "body = json.dumps(data, ensure_ascii=False).encode('utf-8')  # no unicodedata.normalize after it",
        javaScript: "const body = Buffer.from(JSON.stringify(data), 'utf8'); // not 'latin1'; no normalize() after it",
        java: "byte[] body = json.getBytes(StandardCharsets.UTF_8); // never getBytes() or US_ASCII",
        go: "body := []byte(text) // Go strings are UTF-8 already; no norm.NFC or charmap after it",
        cSharp: "var body = Encoding.UTF8.GetBytes(json); // neither Encoding.ASCII, Encoding.Unicode nor Default"
    )

    /// For schemes other than RSASSA-PKCS1-v1_5 with SHA-256.
    static let signInOneStep = Remedy(
        "let one function hash, pad and sign: RSASSA-PKCS1-v1_5 with SHA-256",
        php: "openssl_sign($body, $sign, $key, OPENSSL_ALGO_SHA256); // not openssl_private_encrypt",
        python: "sign = key.sign(body, padding.PKCS1v15(), hashes.SHA256())",
        javaScript:
            "const sign = crypto.sign('RSA-SHA256', body, key); // not privateEncrypt, no RSA_PKCS1_PSS_PADDING",
        java: "Signature s = Signature.getInstance(\"SHA256withRSA\"); s.initSign(key); s.update(body); s.sign();",
        go: "sum := sha256.Sum256(body); sign, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, sum[:])",
        cSharp: "rsa.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)"
    )

    /// For bodies that were hashed before they were given to a function that hashes.
    static let doNotHash = Remedy(
        "give the body itself to the signing function: it hashes",
        php: "openssl_sign($body, $sign, $key, OPENSSL_ALGO_SHA256); // not hash('sha256', $body)",
        python:
            "key.sign(body, padding.PKCS1v15(), hashes.SHA256())  # a digest needs utils.Prehashed(hashes.SHA256())",
        javaScript: "crypto.sign('RSA-SHA256', body, key); // not createHash('sha256').update(body).digest()",
        java: "s.update(body); // SHA256withRSA hashes; for a digest it would be NONEwithRSA over a DigestInfo",
        go: "sum := sha256.Sum256(body); rsa.SignPKCS1v15(nil, key, crypto.SHA256, sum[:]) // one sum, not two",
        cSharp: "rsa.SignData(body, ...); // for a digest rsa.SignHash(hash, ...)"
    )

    /// For texts of the header that are no one line of standard Base64.
    static let encodeOnce = Remedy(
        "write the bytes of the signature as one line of standard Base64 with padding, once, and send nothing around it",
        php: "curl_setopt($ch, CURLOPT_HTTPHEADER, ['X-PARTNER-SIGN: ' . base64_encode($sign)]);",
        python: "headers = {'X-PARTNER-SIGN': base64.b64encode(sign).decode('ascii')}",
        javaScript: "headers: {'X-PARTNER-SIGN': sign.toString('base64')}",
        java: "header(\"X-PARTNER-SIGN\", Base64.getEncoder().encodeToString(sign))",
        go: "req.Header.Set(\"X-PARTNER-SIGN\", base64.StdEncoding.EncodeToString(sign))",
        cSharp: "request.Headers.Add(\"X-PARTNER-SIGN\", Convert.ToBase64String(sign));"
    )

    /// For a signature that stands in another header.
    static let sendInOneHeader = Remedy(
        "send the signature in X-PARTNER-SIGN, and read it from there",
        php: "$sign = $_SERVER['HTTP_X_PARTNER_SIGN'] ?? '';",
        python: "sign = request.headers['X-PARTNER-SIGN']",
        javaScript: "const sign = req.get('X-PARTNER-SIGN');",
        java: "String sign = request.getHeader(\"X-PARTNER-SIGN\");",
        go: "sign := r.Header.Get(\"X-PARTNER-SIGN\")",
        cSharp: "var sign = Request.Headers[\"X-PARTNER-SIGN\"].ToString();"
    )

    /// For another key.
    static let useRightKey = Remedy(
        "sign with the private key whose public half the other side has; compare the SHA-256 of the public key "
            + "(openssl pkey -pubin -in public.pem -outform DER | openssl dgst -sha256)",
        php: "$key = openssl_pkey_get_private('file://partner.pem'); openssl_pkey_get_details($key)['key'];",
        python: "load_pem_private_key(pem, None).public_key().public_bytes(DER, SubjectPublicKeyInfo)",
        javaScript: "crypto.createPublicKey(privatePem).export({type: 'spki', format: 'der'})",
        java: "keyFactory.generatePublic(new X509EncodedKeySpec(der)).getEncoded()",
        go: "x509.MarshalPKIXPublicKey(&key.PublicKey)",
        cSharp: "rsa.ImportFromPem(pem); rsa.ExportSubjectPublicKeyInfo()"
    )

    /// For anything that was signed beside the body.
    static let signBodyAlone = Remedy(
        "sign the body and nothing else: no path, method, date or header takes part",
        php: "openssl_sign($body, $sign, $key, OPENSSL_ALGO_SHA256); // not $path . $body",
        python: "key.sign(body, padding.PKCS1v15(), hashes.SHA256())  # no requests-http-signature, no path + body",
        javaScript: "crypto.sign('RSA-SHA256', body, key); // no http-signature package, no path + body",
        java: "s.update(body); // no update(path.getBytes()) before it",
        go: "sum := sha256.Sum256(body) // no httpsig package, no path in the hash",
        cSharp: "rsa.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) // no path + body"
    )

    /// For a body that somebody changed.
    static let findTheChange = Remedy(
        "refuse the message, and find what changed the body between signing and receiving: code after the signing step, "
            + "a proxy, or an attacker",
        php: "error_log(hash('sha256', $body)); // where it is signed, and where it is received",
        python: "log.info(hashlib.sha256(body).hexdigest())  # where it is signed, and where it is received",
        javaScript: "console.log(crypto.createHash('sha256').update(body).digest('hex')); // on both sides",
        java:
            "log.info(HexFormat.of().formatHex(MessageDigest.getInstance(\"SHA-256\").digest(body))); // on both sides",
        go: "log.Printf(\"%x\", sha256.Sum256(body)) // where it is signed, and where it is received",
        cSharp: "logger.LogInformation(Convert.ToHexString(SHA256.HashData(body))); // on both sides"
    )
}
