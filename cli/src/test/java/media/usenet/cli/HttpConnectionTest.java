package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectionTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final Duration SILENCE = Duration.ofMillis(300);

    @Test
    void readsExactlyTheLengthThatWasSaid() throws IOException {
        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more"))
                .isEqualTo("hello");
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() throws IOException {
        assertThat(body(CHUNKED + "5;x=y\r\nhello\r\n7\r\n, world\r\n0\r\nTrailer: t\r\n\r\n"))
                .isEqualTo("hello, world");
    }

    @Test
    void readsToTheEndWhereNoLengthWasSaid() throws IOException {
        assertThat(body("HTTP/1.0 200 OK\r\n\r\nall of it")).isEqualTo("all of it");
    }

    @Test
    void passesOverAnswersThatOnlyAnnounce() throws IOException {
        assertThat(body("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
                .isEqualTo("ok");
    }

    @Test
    void readsAnAnswerThatComesByteByByte() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        try (var server = new RawServer((_, out) -> {
            for (byte octet : answer.getBytes(StandardCharsets.US_ASCII)) {
                out.write(octet);
                out.flush();
            }
        })) {
            assertThat(body(server)).isEqualTo("abc");
        }
    }

    @Test
    void hearsAnEventBeforeTheNextOneIsSent() throws IOException {
        var heard = new CountDownLatch(1);
        var event = "id:1\ndata:yanked\n\n";
        var chunk = Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
        var request = new HttpRequest("GET", "/", Map.of(), null);
        try (var server = new RawServer((_, out) -> {
                    out.write((CHUNKED + chunk).getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    heard.await();
                });
                var answer = new HttpConnection(server.url(), SILENCE).send(request, SILENCE)) {
            assertThat(new EventStream(answer.body()).next()).isEqualTo(new EventStream.Sent("1", "message", "yanked"));
        } finally {
            heard.countDown();
        }
    }

    @Test
    void readsFiveMegabytes() throws IOException {
        var content = "0123456789abcdef".repeat(5 * 1024 * 1024 / 16);
        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n" + content))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                ""
            })
    void tellsAnAnswerThatBreaksOff(String answer) {
        assertThatThrownBy(() -> body(answer)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n"
            })
    void tellsWhatIsNoHttp(String answer) {
        assertThatThrownBy(() -> body(answer)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void doesNotReadALineWithoutEndForEver() {
        assertThatThrownBy(() -> body("x".repeat(100_000))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void givesUpOnASilentServer() {
        var end = new CountDownLatch(1);
        try (var server = new RawServer((_, _) -> end.await())) {
            assertThatThrownBy(() -> body(server)).isInstanceOf(SocketTimeoutException.class);
        } finally {
            end.countDown();
        }
    }

    @Test
    void saysWhenNothingListens() throws IOException {
        var server = RawServer.saying("");
        server.close();
        assertThatThrownBy(() -> body(server)).isInstanceOf(ConnectException.class);
    }

    @Test
    void reachesEitherAddressOfLocalhost() throws IOException {
        try (var server = new RawServer(
                "::1", (_, out) -> out.write("HTTP/1.0 200 OK\r\n\r\nsix".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(body(URI.create("http://[::1]:" + server.port()))).isEqualTo("six");
        }
    }

    @Test
    void sendsLengthAndKindOfABody() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var request = new HttpRequest("POST", "/x?y=1", Map.of("Authorization", "Bearer t"), "{\"ü\":1}");
            new HttpConnection(server.url(), SILENCE).send(request, SILENCE).close();
            assertThat(server.heads().getFirst())
                    .startsWith("POST /x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
                    .contains("\r\nAuthorization: Bearer t\r\n", "\r\nContent-Length: 8\r\n", "application/json");
        }
    }

    private static String body(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            return body(server);
        }
    }

    private static String body(RawServer server) throws IOException {
        return body(server.url());
    }

    private static String body(URI url) throws IOException {
        var request = new HttpRequest("GET", "/", Map.of(), null);
        try (var answer = new HttpConnection(url, SILENCE).send(request, SILENCE)) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
