// The signatures of the payout API in Java: the part of the example that your own code would be.
import java.security.*;
import java.security.spec.*;
import java.util.*;

final class Signatures {
    static byte[] bytes(Object base64) { return Base64.getDecoder().decode((String) base64); }
    static String base64(byte[] bytes) { return Base64.getEncoder().encodeToString(bytes); }
    static byte[] der(Object pem) { return Base64.getMimeDecoder().decode(((String) pem).replaceAll("(?s).*-----BEGIN [^-]*-----|-----END .*", "")); }
    static String sign(byte[] body, Object pem) throws Exception {
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(pem))));
        signer.update(body);
        return base64(signer.sign());
    }
    static boolean isValid(String signature, byte[] body, Object pem) throws Exception {
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem))));
        verifier.update(body);
        try { return base64(bytes(signature)).equals(signature) && verifier.verify(bytes(signature)); } // one spelling only
        catch (IllegalArgumentException | SignatureException wrong) { return false; }
    }
}
