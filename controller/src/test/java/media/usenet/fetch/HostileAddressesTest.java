package media.usenet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/// The corpus of hostile addresses, against a DNS and servers that answer as it says.
class HostileAddressesTest {

    private static final byte[] FILM = "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1);
    private static final Map<String, byte[]> BODIES = Map.of(
            "/svg-as-jpg", "<svg xmlns='http://www.w3.org/2000/svg'>".getBytes(StandardCharsets.UTF_8),
            "/html-as-mp4", "\n <html><body>".getBytes(StandardCharsets.UTF_8),
            "/exe-as-mp4", "\u007fELF\u0002\u0001".getBytes(StandardCharsets.ISO_8859_1));

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> every_row_has_its_verdict() throws IOException {
        return Corpus.rows("urls.dev.jsonl").stream()
                // The bodies that need a real server or a real file are asked for in FetcherIT and by the prober.
                .filter(row -> !row.get("verdict").asString().equals("reject-content") || BODIES.containsKey(path(row)))
                .map(row -> DynamicTest.dynamicTest(row.get("id").asString() + " " + row.get("url"), () -> judge(row)))
                .toList();
    }

    private static String path(JsonNode row) {
        return row.get("url").asString().replaceFirst("https?://[^/]*", "");
    }

    private void judge(JsonNode row) throws Exception {
        var server = new Servers(row);
        var fetcher = new Fetcher(new Names(row), Permitted.of(List.of()), _ -> server);
        var outcome = outcome(fetcher, row.get("url").asString());
        switch (row.get("verdict").asString()) {
            case "allow" -> assertThat(outcome).isEqualTo("fetched");
            case "block" -> assertThat(outcome).isEqualTo(isKnownHost(row) ? "REFUSED" : "NETWORK");
            case "reject-content" -> assertThat(outcome).isEqualTo("CONTENT");
            default ->
                assertThat(server.connected)
                        .allMatch(at -> AddressRules.refusal(at).isEmpty());
        }
        assertThat(server.connected).allMatch(at -> AddressRules.refusal(at).isEmpty());
        assertThat(folder).isEmptyDirectory();
    }

    /// Whether the row is about something else than a host without addresses.
    private static boolean isKnownHost(JsonNode row) {
        return !row.path("dns").valueStream().anyMatch(JsonNode::isEmpty);
    }

    private String outcome(Fetcher fetcher, String url) throws Exception {
        var target = folder.resolve("film.mp4");
        try {
            var fetched =
                    fetcher.fetch(url, Map.of(), target, FetchLimits.USUAL.withKeepFree(DataSize.ofBytes(0)), _ -> {});
            Files.delete(fetched.file());
            return "fetched";
        } catch (FetchException e) {
            return e.kind().name();
        }
    }

    /// Successive answers for each name; the last one stays.
    private static final class Names implements Resolver {

        private final JsonNode dns;
        private final Map<String, Integer> asked = new HashMap<>();

        Names(JsonNode row) {
            this.dns = row.path("dns");
        }

        @Override
        public List<InetAddress> resolve(String host) throws UnknownHostException {
            var answers = dns.path(host);
            if (answers.isMissingNode() || answers.isEmpty()) {
                throw new UnknownHostException(host);
            }
            var turn = asked.merge(host, 1, Integer::sum) - 1;
            var answer = answers.get(0).isArray() ? answers.get(Math.min(turn, answers.size() - 1)) : answers;
            var found = new ArrayList<InetAddress>();
            for (var address : answer) {
                found.add(InetAddress.getByName(address.asString()));
            }
            return found;
        }
    }

    private static final class Servers implements Door {

        private final Deque<JsonNode> redirects = new ArrayDeque<>();
        private final byte[] body;
        private final List<InetAddress> connected = new ArrayList<>();

        Servers(JsonNode row) {
            row.path("redirect").forEach(redirects::add);
            this.body = BODIES.getOrDefault(path(row), FILM);
        }

        @Override
        public ClassicHttpResponse get(WebAddress address, List<InetAddress> at, Map<String, String> headers) {
            connected.addAll(at);
            var redirect = redirects.poll();
            if (redirect == null) {
                var response = new BasicClassicHttpResponse(200);
                response.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
                return response;
            }
            var response = new BasicClassicHttpResponse(redirect.get(0).asInt());
            response.setHeader("Location", redirect.get(1).asString());
            return response;
        }

        @Override
        public ClassicHttpResponse post(
                WebAddress address, List<InetAddress> at, Map<String, String> headers, byte[] sent) {
            throw new AssertionError("a download sends nothing");
        }

        @Override
        public boolean moreThanDeclared() {
            return false;
        }

        @Override
        public void close() {}
    }
}
