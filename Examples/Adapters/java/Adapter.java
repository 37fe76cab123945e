// An adapter in Java 17 or later, with the JDK alone: javac -d build *.java, payoutkit conform adapter -- java -cp build Adapter
import static java.nio.charset.StandardCharsets.UTF_8;
import java.io.*;
import java.util.*;

public class Adapter {
    static Object body(String operation, boolean isV1, Object order) {
        if (operation.equals("token")) return Map.of("tokenize_widget", Map.of("access", true));
        if (operation.equals("session/create")) return Map.of("metadata", Json.at(order, "metadata"));
        if (operation.matches("session/(confirm|cancel|status)")) return Map.of("session_id", Json.at(order, "session_id"));
        var card = Map.of("type", "card", "card", Map.of("type", "encrypted_card", "encrypted_card", Map.of("number_hash", Json.at(order, "number_hash"))));
        if (operation.equals("token/info")) return card;
        var body = new LinkedHashMap<String, Object>(Map.of(isV1 ? "payment_method" : "payout_details", card, "metadata", Json.at(order, "metadata"),
            "participant_details", Map.of("recipient", Map.of("full_name", Json.at(order, "recipient_full_name"))),
            "amount_details", Map.of("amount", Json.at(order, "amount"), "currency", Json.at(order, "currency").toString().toLowerCase())));
        if (operation.equals("session/start/payout")) body.put("session_id", Json.at(order, "session_id"));
        return body;
    }
    static Map<String, ?> receive(Object request) throws Exception {
        var body = Signatures.bytes(Json.at(request, "body_base64"));
        var signatures = ((List<?>) Json.at(request, "headers")).stream().map(field -> (List<?>) field).filter(field -> "x-partner-sign".equalsIgnoreCase((String) field.get(0))).toList();
        if (signatures.size() != 1 || !Signatures.isValid((String) signatures.get(0).get(1), body, Json.at(request, "public_key_pem"))) return Map.of("status", 401, "action", "none");
        Object webhook;
        try { webhook = Json.read(new String(body, UTF_8)); } catch (IllegalArgumentException noJSON) { return Map.of("status", 400, "action", "none"); }
        var id = Json.at(webhook, "session", "id");
        var order = ((List<?>) Json.at(request, "orders")).stream().filter(o -> Json.at(o, "session_id").equals(id)).findFirst().orElse(null);
        if (order == null || !"ready_to_confirm".equals(Json.at(webhook, "type"))) return Map.of("status", 200, "action", "none");
        var list = Optional.ofNullable(Json.at(webhook, "session", "payments")).orElse(Json.at(webhook, "session", "payout_list"));
        var payout = list instanceof List<?> payouts && payouts.size() == 1 ? payouts.get(0) : null;
        var isOrdered = Json.at(order, "amount").equals(Json.at(payout, "amount_details", "amount")) && Json.at(order, "recipient_full_name").equals(Json.at(payout, "participant_details", "recipient", "full_name"))
            && ((String) Json.at(order, "currency")).equalsIgnoreCase(String.valueOf(Json.at(payout, "amount_details", "currency")));
        return Map.of("status", 200, "action", isOrdered ? "confirm" : "cancel", "session_id", id);
    }
    public static void main(String[] arguments) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        for (String line; (line = lines.readLine()) != null; ) {
            var request = Json.read(line);
            var body = Json.at(request, "body_base64") == null ? null : Signatures.bytes(Json.at(request, "body_base64"));
            var answer = new HashMap<String, Object>(switch ((String) Json.at(request, "op")) {
                case "hello" -> Map.of("name", "java", "ops", List.of("sign", "verify", "encode", "receive_webhook"));
                case "sign" -> Map.of("signature", Signatures.sign(body, Json.at(request, "private_key_pem")));
                case "verify" -> Map.of("valid", Signatures.isValid((String) Json.at(request, "signature"), body, Json.at(request, "public_key_pem")));
                case "encode" -> Map.of("body_base64", Signatures.base64(Json.write(body((String) Json.at(request, "operation"), "v1".equals(Json.at(request, "api")), Json.at(request, "input"))).getBytes(UTF_8)));
                case "receive_webhook" -> receive(request);
                default -> Map.of("unsupported", true);
            });
            answer.put("id", Json.at(request, "id"));
            output.println(Json.write(answer));
        }
    }
}
