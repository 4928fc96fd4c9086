package media.usenet.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import media.usenet.api.Sample;
import media.usenet.docker.OutputLine;
import media.usenet.yaml.EnvFile;
import tools.jackson.databind.JsonNode;

/// What a user has put into the real programs of a stack: put there, and asked for, through their own APIs.
final class RealData {

    static final String TORRENT = "holiday.mkv";
    static final String OTHER_TORRENT = "wedding.mkv";
    static final String CATEGORY = "documentaries";
    static final String QUEUED = "Some.Film.2024.1080p";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOUNDARY = "----of-a-form";

    private final Machine machine;
    private final HttpClient client = HttpClient.newHttpClient();

    RealData(Machine machine) {
        this.machine = machine;
    }

    void put() throws Exception {
        var torrent = Base64.getEncoder().encodeToString(torrent(TORRENT));
        var added = transmission(
                "{\"method\":\"torrent-add\",\"arguments\":{\"metainfo\":\"%s\",\"paused\":true,\"download-dir\":\"/pool/main/downloads/torrents\"}}"
                        .formatted(torrent));
        assertThat(added.path("result").asString("")).isEqualTo("success");
        sabnzbd("mode=set_config&section=categories&keyword=%s&name=%s&dir=%s".formatted(CATEGORY, CATEGORY, CATEGORY));
        sabnzbd("mode=pause");
        queue();
        qbittorrent(
                "torrents/createCategory", "category=%s&savePath=/pool/main/downloads/torrents".formatted(CATEGORY));
        qbittorrent("app/setPreferences", "json=" + encoded("{\"alt_dl_limit\": 123904, \"bypass_local_auth\": true}"));
        addToQbittorrent();
        sql("CREATE TABLE viewers (name text)");
        sql("INSERT INTO viewers VALUES ('Ada')");
    }

    /// Asked in Jellystat's database.
    String sql(String query) {
        var printed = new CopyOnWriteArrayList<OutputLine>();
        var argv = List.of("psql", "--username=jellystat", "--dbname=jellystat", "-tA", "--command=" + query);
        assertThat(machine.engine().exec(machine.container("jellystat-db"), argv, printed::add))
                .as("%s: %s", query, printed)
                .isZero();
        return printed.stream().map(OutputLine::text).collect(joining());
    }

    /// Every program has what was put into it.
    void assertThere() throws Exception {
        assertThere("/pool/main/downloads/torrents");
    }

    /// @param folder where Transmission's torrent belongs
    void assertThere(String folder) throws Exception {
        assertThat(torrentsAfterStart().valueStream())
                .as("torrents of Transmission")
                .anySatisfy(torrent -> {
                    assertThat(torrent.path("name").asString("")).isEqualTo(TORRENT);
                    assertThat(torrent.path("downloadDir").asString("")).isEqualTo(folder);
                });
        assertThat(sabnzbd("mode=get_cats").toString()).contains(CATEGORY);
        assertThat(sabnzbd("mode=queue").path("queue").path("slots").valueStream())
                .as("queue of SABnzbd")
                .anySatisfy(
                        slot -> assertThat(slot.path("filename").asString("")).isEqualTo(QUEUED));
        assertThat(qbittorrent("app/preferences", "").path("alt_dl_limit").asInt(0))
                .isEqualTo(123_904);
        assertThat(qbittorrent("torrents/info", "").valueStream())
                .as("torrents of qBittorrent")
                .anySatisfy(torrent -> {
                    assertThat(torrent.path("name").asString("")).isEqualTo(OTHER_TORRENT);
                    assertThat(torrent.path("category").asString("")).isEqualTo(CATEGORY);
                });
        assertThat(send(HttpRequest.newBuilder(machine.address("prometheus").resolve("/api/v1/status/config")))
                        .body())
                .contains("job_name: mine");
        assertThat(sql("SELECT name FROM viewers")).isEqualTo("Ada");
    }

    /// It answers a moment before it has read what torrents it has.
    private JsonNode torrentsAfterStart() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        var torrents = torrents().path("arguments").path("torrents");
        while (torrents.isEmpty() && System.nanoTime() < until) {
            torrents = torrents().path("arguments").path("torrents");
        }
        return torrents;
    }

    JsonNode torrents() throws Exception {
        return transmission(
                "{\"method\":\"torrent-get\",\"arguments\":{\"fields\":[\"id\",\"name\",\"downloadDir\"]}}");
    }

    JsonNode transmission(String call) throws Exception {
        var uri = machine.address("transmission").resolve("/transmission/rpc");
        var login = Base64.getEncoder().encodeToString(("usenet:" + secret("TRANSMISSION_PASSWORD")).getBytes(UTF_8));
        var first = send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.ofString(call)));
        var session = first.headers().firstValue("X-Transmission-Session-Id").orElse("");
        var answer = send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + login)
                .header("X-Transmission-Session-Id", session)
                .POST(BodyPublishers.ofString(call)));
        return json(answer);
    }

    JsonNode sabnzbd(String query) throws Exception {
        return json(send(HttpRequest.newBuilder(sabnzbdApi(query))));
    }

    private URI sabnzbdApi(String query) throws IOException {
        return machine.address("sabnzbd").resolve("/api?output=json&apikey=" + secret("SABNZBD_API_KEY") + "&" + query);
    }

    private void queue() throws Exception {
        var article =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nzb xmlns=\"http://www.newzbin.com/DTD/2003/nzb\">\n"
                        + "<file poster=\"a@b\" date=\"1700000000\" subject=\"&quot;film.mkv&quot; yEnc (1/1)\">"
                        + "<groups><group>alt.binaries.test</group></groups>"
                        + "<segments><segment bytes=\"700000\" number=\"1\">one@test</segment></segments></file>\n</nzb>";
        var form =
                "--%s\r\nContent-Disposition: form-data; name=\"name\"; filename=\"%s.nzb\"\r\nContent-Type: application/x-nzb\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, QUEUED, article, BOUNDARY);
        var answer = send(HttpRequest.newBuilder(sabnzbdApi("mode=addfile&cat=" + CATEGORY))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form)));
        assertThat(json(answer).path("status").asBoolean(false))
                .as(answer.body())
                .isTrue();
    }

    JsonNode qbittorrent(String path, String form) throws Exception {
        var answer = send(request(path, session())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body().startsWith("{") || answer.body().startsWith("[") ? json(answer) : Sample.json("{}");
    }

    private void addToQbittorrent() throws Exception {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        var form = head.formatted(BOUNDARY, "category", CATEGORY)
                + head.formatted(BOUNDARY, "paused", "true")
                + "--%s\r\nContent-Disposition: form-data; name=\"torrents\"; filename=\"a.torrent\"\r\nContent-Type: application/x-bittorrent\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, new String(torrent(OTHER_TORRENT), ISO_8859_1), BOUNDARY);
        var answer = send(request("torrents/add", session())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form, ISO_8859_1)));
        assertThat(answer.body()).isEqualTo("Ok.");
    }

    private String session() throws Exception {
        var answer = send(request("auth/login", "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=adminadmin")));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private HttpRequest.Builder request(String path, String cookie) {
        var request = HttpRequest.newBuilder(machine.address("qbittorrent").resolve("/api/v2/" + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /// A torrent of one file of which nothing is there.
    private static byte[] torrent(String name) throws NoSuchAlgorithmException {
        var piece = MessageDigest.getInstance("SHA-1").digest(name.getBytes(UTF_8));
        var info = "d6:lengthi16384e4:name%d:%s12:piece lengthi16384e6:pieces20:%se"
                .formatted(name.length(), name, new String(piece, ISO_8859_1));
        return ("d8:announce20:http://localhost:1/a4:info" + info + "e").getBytes(ISO_8859_1);
    }

    /// Docker takes connections for a program that does not listen yet, and drops them.
    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Sample.json(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String secret(String name) throws IOException {
        return EnvFile.parse(".env", Files.readString(machine.folder.resolve("state/stack/.env")))
                .variables()
                .getOrDefault(name, "");
    }
}
