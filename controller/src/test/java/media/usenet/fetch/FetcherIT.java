package media.usenet.fetch;

import static media.usenet.fetch.Misbehaving.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import media.usenet.fetch.FetchException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/// Downloads from real HTTP servers on loopback that misbehave in every way.
class FetcherIT {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Duration FOREVER = Duration.ofMinutes(5);
    private static final FetchLimits LIMITS =
            FetchLimits.USUAL.withKeepFree(DataSize.ofBytes(0)).withSize(DataSize.ofMegabytes(8));

    private final byte[] film = film();
    private final Fetcher fetcher = Fetcher.permitting(List.of("127.0.0.0/8"));

    @TempDir
    private Path folder;

    private static byte[] film() {
        var film = new byte[700_000];
        new Random(1).nextBytes(film);
        System.arraycopy("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1), 0, film, 0, 12);
        return film;
    }

    @Test
    void a_file_is_there_whole_and_under_its_name_alone() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Type: video/mp4\r\nContent-Length: " + film.length + "\r\n\r\n");
            out.write(film);
        })) {
            var seen = new ArrayList<Long>();
            var fetched = fetcher.fetch(server.url("/a%20b.mp4?x=[1]&y=ü"), Map.of(), target(), LIMITS, seen::add);
            assertThat(fetched.bytes()).isEqualTo(film.length);
            assertThat(fetched.contentType()).contains("video/mp4");
            assertThat(target()).hasBinaryContent(film);
            assertThat(folder).isDirectoryContaining(target()::equals);
            assertThat(seen).isSorted().last().isEqualTo((long) film.length);
            assertThat(server.requests().getFirst())
                    .startsWith("GET /a%20b.mp4?x=%5B1%5D&y=%C3%BC HTTP/1.1\n")
                    .contains("Host: 127.0.0.1:" + server.port(), "Accept-Encoding: identity")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void this_machine_is_not_asked_unless_it_was_permitted() throws Exception {
        try (var server = new Misbehaving((_, out) -> send(out, OK + "\r\n"))) {
            var strict = Fetcher.permitting(List.of());
            assertThat(failure(strict, server.url("/")).kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure(strict, "http://localhost:" + server.port()).kind())
                    .isEqualTo(Kind.REFUSED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_connected_to() throws Exception {
        try (var server = new Misbehaving((_, out) -> body(out))) {
            var asked = new AtomicInteger();
            // The second answer leads where nobody listens.
            Resolver changing =
                    _ -> List.of(InetAddress.getByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.9.9.9"));
            var fetcher = new Fetcher(changing, Permitted.of(List.of("127.0.0.1")), HttpDoor::new);
            fetcher.fetch("http://films.example.com:" + server.port() + "/", Map.of(), target(), LIMITS, _ -> {});
            assertThat(asked).hasValue(1);
            assertThat(server.requests().getFirst()).contains("Host: films.example.com:" + server.port());
        }
    }

    @Test
    void a_redirect_to_a_private_address_is_not_followed() throws Exception {
        try (var secret = new Misbehaving((_, out) -> body(out));
                var server = new Misbehaving((_, out) ->
                        send(out, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:" + secret.port() + "/\r\n\r\n"))) {
            var one = Fetcher.permitting(List.of("127.0.0.1"));
            assertThat(failure(one, server.url("/")).kind()).isEqualTo(Kind.REFUSED);
            assertThat(secret.requests()).isEmpty();
        }
    }

    @Test
    void a_redirect_to_another_server_takes_no_headers_along() throws Exception {
        try (var other = new Misbehaving((_, out) -> body(out));
                var server = new Misbehaving((head, out) -> send(
                        out,
                        "HTTP/1.1 307 Moved\r\nSet-Cookie: a=b\r\nLocation: "
                                + (head.contains("/one") ? "two" : other.url("/film.mp4")) + "\r\n\r\n"))) {
            var headers = Map.of("Authorization", "Bearer secret");
            fetcher.fetch(server.url("/x/one"), headers, target(), LIMITS, _ -> {});
            assertThat(server.requests().get(1)).startsWith("GET /x/two ").contains("Bearer secret");
            assertThat(server.requests().get(1)).doesNotContainIgnoringCase("cookie");
            assertThat(other.requests().getFirst()).doesNotContain("secret").doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void redirects_in_a_circle_end() throws Exception {
        try (var server = new Misbehaving((_, out) -> send(out, "HTTP/1.1 301 Moved\r\nLocation: /again\r\n\r\n"))) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.REFUSED);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204,ANSWER",
        "206,ANSWER",
        "401,ANSWER",
        "404,ANSWER",
        "416,ANSWER",
        "500,NETWORK",
        "503,NETWORK",
        "302,ANSWER"
    })
    void other_answers_are_failures_of_their_kind(int code, Kind kind) throws Exception {
        try (var server = new Misbehaving(
                (_, out) -> send(out, "HTTP/1.1 " + code + " So\r\nContent-Length: 0\r\nRetry-After: 90\r\n\r\n"))) {
            var failure = failure(fetcher, server.url("/"));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.retryAfter().isPresent()).isEqualTo(kind == Kind.NETWORK);
        }
    }

    @Test
    void a_cut_connection_is_taken_up_where_it_was_cut() throws Exception {
        try (var server = new Misbehaving((head, out) -> {
            var from = from(head);
            var to = Math.min(film.length, from + 300_000);
            send(
                    out,
                    (from == 0
                                    ? OK
                                    : "HTTP/1.1 206 Part\r\nContent-Range: bytes %d-%d/%d\r\n"
                                            .formatted(from, film.length - 1, film.length))
                            + "ETag: \"v1\"\r\nContent-Length: " + (film.length - from) + "\r\n\r\n");
            out.write(film, from, to - from);
        })) {
            var fetched = fetcher.fetch(server.url("/"), Map.of(), target(), LIMITS, _ -> {});
            assertThat(fetched.resumed()).isEqualTo(2);
            assertThat(target()).hasBinaryContent(film);
            assertThat(server.requests().get(1)).contains("Range: bytes=300000-", "If-Range: \"v1\"");
        }
    }

    @Test
    void a_file_that_changed_meanwhile_is_fetched_anew() throws Exception {
        var turn = new AtomicInteger();
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "ETag: \"v%d\"\r\nContent-Length: %d\r\n\r\n".formatted(turn.get(), film.length));
            out.write(film, 0, turn.getAndIncrement() == 0 ? 1000 : film.length);
        })) {
            fetcher.fetch(server.url("/"), Map.of(), target(), LIMITS, _ -> {});
            assertThat(target()).hasBinaryContent(film);
        }
    }

    @Test
    void a_part_that_begins_elsewhere_is_not_joined() throws Exception {
        var turn = new AtomicInteger();
        try (var server = new Misbehaving((head, out) -> {
            if (head.contains("Range:")) {
                send(out, "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-9/700000\r\nContent-Length: 5\r\n\r\nxxxxx");
                return;
            }
            send(out, OK + "ETag: \"v\"\r\nContent-Length: " + film.length + "\r\n\r\n");
            out.write(film, 0, turn.getAndIncrement() == 0 ? 1000 : film.length);
        })) {
            fetcher.fetch(server.url("/"), Map.of(), target(), LIMITS, _ -> {});
            assertThat(target()).hasBinaryContent(film);
        }
    }

    @Test
    void a_server_that_always_cuts_is_given_up() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "ETag: \"v\"\r\nContent-Length: 700000\r\n\r\n");
            out.write(film, 0, 1000);
        })) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.NETWORK);
        }
    }

    @Test
    void more_than_the_declared_length_is_noticed() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Length: 1000\r\n\r\n");
            out.write(film);
        })) {
            var failure = failure(fetcher, server.url("/"));
            assertThat(failure.kind()).isEqualTo(Kind.ANSWER);
            assertThat(failure).hasMessageContaining("more than the length");
        }
    }

    @Test
    void a_body_without_end_is_cut_off_at_the_limit() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "\r\n");
            for (var sent = 0; sent < 1000; sent++) {
                out.write(film);
            }
        })) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void a_declared_length_over_the_limit_is_not_even_begun() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Length: 999999999999\r\n\r\n");
            Misbehaving.send(out, "x");
        })) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void nothing_is_unpacked() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10_000_000]);
        }
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n");
            bomb.writeTo(out);
        })) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.ANSWER);
        }
    }

    @Test
    void a_web_page_instead_of_a_film_is_told_apart() throws Exception {
        try (var server = new Misbehaving((_, out) ->
                send(out, OK + "Content-Type: video/mp4\r\n\r\n<!DOCTYPE html><html><h1>Please log in</h1></html>"))) {
            assertThat(failure(fetcher, server.url("/film.mp4")).kind()).isEqualTo(Kind.CONTENT);
        }
    }

    @Test
    void an_empty_body_is_no_file() throws Exception {
        try (var server = new Misbehaving((_, out) -> send(out, OK + "Content-Length: 0\r\n\r\n"))) {
            assertThat(failure(fetcher, server.url("/")).kind()).isEqualTo(Kind.CONTENT);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_not_waited_for() throws Exception {
        try (var server = new Misbehaving((_, _) -> new CountDownLatch(1).await())) {
            assertThat(failure(fetcher, server.url("/"), patience(300, 300, 300))
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void an_answer_that_drips_is_not_waited_for() throws Exception {
        try (var server = new Misbehaving((_, out) -> drip(out, OK + "X: y\r\n".repeat(1000)))) {
            assertThat(failure(fetcher, server.url("/"), patience(300, 300, 300))
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void a_body_that_drips_is_not_waited_for() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Length: 700000\r\n\r\n");
            drip(out, new String(film, StandardCharsets.ISO_8859_1));
        })) {
            var failure = failure(fetcher, server.url("/"), patience(2000, 2000, 500));
            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure).hasMessageContaining("next piece");
        }
    }

    @Test
    void the_time_for_all_of_it_is_kept() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "\r\n");
            while (!Thread.interrupted()) {
                out.write(film, 0, 20_000);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        })) {
            var failure = failure(fetcher, server.url("/"), LIMITS.withTotal(Duration.ofMillis(700)));
            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void a_host_that_swallows_connections_is_not_waited_for() throws Exception {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var _ = new Socket(full.getInetAddress(), full.getLocalPort());
                var _ = new Socket(full.getInetAddress(), full.getLocalPort())) {
            var url = "http://127.0.0.1:" + full.getLocalPort() + "/";
            assertThat(failure(fetcher, url, patience(300, 300, 300)).kind()).isIn(Kind.TIMEOUT, Kind.NETWORK);
        }
    }

    @Test
    void an_interrupt_while_the_answer_is_awaited_ends_it_at_once() throws Exception {
        try (var server = new Misbehaving((_, _) -> new CountDownLatch(1).await())) {
            assertThat(millisToEndAfterInterrupt(server, server.url("/"))).isLessThan(900);
        }
    }

    @Test
    void an_interrupt_while_the_body_comes_ends_it_at_once_and_leaves_nothing() throws Exception {
        try (var server = new Misbehaving((_, out) -> {
            send(out, OK + "Content-Length: 700000\r\n\r\n");
            out.write(film, 0, 100_000);
            out.flush();
            new CountDownLatch(1).await();
        })) {
            assertThat(millisToEndAfterInterrupt(server, server.url("/"))).isLessThan(900);
        }
    }

    @Test
    void an_interrupt_while_dns_is_asked_ends_it_at_once() throws Exception {
        var asked = new CountDownLatch(1);
        Resolver silent = _ -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        var slow = new Fetcher(silent, Permitted.of(List.of()), HttpDoor::new);
        assertThat(millisToEndAfterInterrupt(slow, "http://films.example.com/", asked))
                .isLessThan(900);
    }

    @Test
    void a_full_disk_is_said() throws Exception {
        try (var server = new Misbehaving((_, out) -> body(out))) {
            var limits = LIMITS.withKeepFree(DataSize.ofTerabytes(900));
            assertThat(failure(fetcher, server.url("/"), limits).kind()).isEqualTo(Kind.DISK);
        }
    }

    @Test
    void nobody_listens_and_nobody_is_known() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(failure(fetcher, "http://127.0.0.1:" + port + "/").kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure(fetcher, "http://no-such-host.invalid/").kind()).isEqualTo(Kind.NETWORK);
    }

    private void body(OutputStream out) throws IOException {
        send(out, OK + "Content-Length: " + film.length + "\r\n\r\n");
        out.write(film);
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (var at = 0; at < text.length(); at++) {
            send(out, text.substring(at, at + 1));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int from(String head) {
        var range = Pattern.compile("Range: bytes=(\\d+)-").matcher(head);
        return range.find() ? Integer.parseInt(range.group(1)) : 0;
    }

    private static FetchLimits patience(int connect, int answer, int pieces) {
        return LIMITS.withPatience(Duration.ofMillis(connect), Duration.ofMillis(answer), Duration.ofMillis(pieces));
    }

    private Path target() {
        return folder.resolve("film.mp4");
    }

    private FetchException failure(Fetcher asked, String url) throws InterruptedException {
        return failure(asked, url, LIMITS);
    }

    private FetchException failure(Fetcher asked, String url, FetchLimits limits) throws InterruptedException {
        try {
            throw new AssertionError(asked.fetch(url, Map.of(), target(), limits, _ -> {}));
        } catch (FetchException e) {
            assertThat(folder).isEmptyDirectory();
            return e;
        }
    }

    private long millisToEndAfterInterrupt(Misbehaving server, String url) throws Exception {
        var asked = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                server.awaitRequest();
                asked.countDown();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return millisToEndAfterInterrupt(fetcher, url, asked);
    }

    private long millisToEndAfterInterrupt(Fetcher busy, String url, CountDownLatch asked) throws Exception {
        var limits = LIMITS.withPatience(FOREVER, FOREVER, FOREVER);
        var interrupted = new FutureTask<>(() -> {
            try {
                busy.fetch(url, Map.of(), target(), limits, _ -> {});
                return false;
            } catch (InterruptedException _) {
                return true;
            }
        });
        var thread = Thread.ofPlatform().start(interrupted);
        asked.await();
        var start = System.nanoTime();
        thread.interrupt();
        assertThat(interrupted.get()).isTrue();
        assertThat(folder).isEmptyDirectory();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
