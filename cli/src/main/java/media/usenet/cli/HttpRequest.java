package media.usenet.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request: what to do (`GET`), path with query, headers without `Host`, and a JSON body or none.
record HttpRequest(
        String method,
        String target,
        Map<String, String> headers,
        @Nullable String body) {

    byte[] bytes(String host) {
        var head = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        var content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            head.append("\r\nContent-Type: application/json");
        }
        if (body != null || !method.equals("GET")) {
            head.append("\r\nContent-Length: ").append(content.length);
        }
        head.append("\r\nConnection: close\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
