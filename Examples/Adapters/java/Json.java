// JSON in a page, for the example alone: objects are maps, arrays lists, numbers BigDecimal.
import java.math.BigDecimal;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

final class Json {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\"|[-+.0-9eE]++|true|false|null|[{}\\[\\]:,])\\s*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
    private final Matcher matcher;
    private String token;

    private Json(String text) { matcher = TOKEN.matcher(text); }
    static Object read(String text) {
        var reader = new Json(text);
        reader.next();
        return reader.value();
    }
    static Object at(Object value, String... names) { // a member at any depth; null where there is none
        for (var name : names) value = value instanceof Map<?, ?> map ? map.get(name) : null;
        return value;
    }
    private String next() {
        var last = token;
        token = matcher.lookingAt() ? matcher.group(1) : null;
        if (token == null && !matcher.hitEnd()) throw new IllegalArgumentException("no JSON");
        if (token != null) matcher.region(matcher.end(), matcher.regionEnd());
        return last;
    }
    private Object value() {
        if (token == null) throw new IllegalArgumentException("a value is missing");
        var start = next();
        return switch (start.charAt(0)) {
            case '{' -> members("}", new LinkedHashMap<Object, Object>(), null);
            case '[' -> members("]", null, new ArrayList<Object>());
            case '"' -> ESCAPE.matcher(start.substring(1, start.length() - 1)).replaceAll(e -> Matcher.quoteReplacement(
                e.group(1) != null ? "" + (char) Integer.parseInt(e.group(1), 16) : "" + "\b\f\n\r\t\"\\/".charAt("bfnrt\"\\/".indexOf(e.group(2)))));
            case 't', 'f' -> start.equals("true");
            case 'n' -> null;
            default -> new BigDecimal(start);
        };
    }
    private Object members(String end, Map<Object, Object> map, List<Object> list) {
        for (var comma = false; !end.equals(token); comma = true) {
            if (comma && !",".equals(next())) throw new IllegalArgumentException("a comma is missing");
            var value = value();
            if (map != null && !":".equals(next())) throw new IllegalArgumentException("a colon is missing");
            if (map != null) map.put(value, value()); else list.add(value);
        }
        next();
        return map != null ? map : list;
    }
    static String write(Object value) {
        if (value instanceof Map<?, ?> map) return map.entrySet().stream().map(e -> write(e.getKey()) + ":" + write(e.getValue())).collect(Collectors.joining(",", "{", "}"));
        if (value instanceof List<?> list) return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        if (!(value instanceof String text)) return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        return text.chars().mapToObj(c -> c < 0x20 || c == '"' || c == '\\' ? String.format("\\u%04x", c) : "" + (char) c).collect(Collectors.joining("", "\"", "\""));
    }
}
