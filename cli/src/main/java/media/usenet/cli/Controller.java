package media.usenet.cli;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The controller as this program asks it: paths in, answers out, problems thrown.
final class Controller {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final URI url;
    private final Whereabouts whereabouts;
    private final @Nullable Token token;
    private final HttpConnection connection;
    private final Duration patience;
    private final Notes notes;

    /// @param patience how long an answer may take to begin, or to go on
    Controller(Whereabouts whereabouts, Duration patience, Notes notes) {
        this.whereabouts = whereabouts;
        this.url = whereabouts.url();
        this.token = whereabouts.token(url);
        this.connection = new HttpConnection(url, CONNECT);
        this.patience = patience;
        this.notes = notes;
        if (token != null && !Whereabouts.isHere(url)) {
            notes.warn("the token travels to " + url.getHost() + " unencrypted; an SSH tunnel would hide it");
        }
    }

    URI url() {
        return url;
    }

    Answer get(Query target) {
        return whole("GET", target, null, patience);
    }

    Answer put(Query target) {
        return whole("PUT", target, null, patience);
    }

    Answer post(Query target, @Nullable String json) {
        return whole("POST", target, json, patience);
    }

    /// Posts what has one effect however often it is sent, and so sends it again when the connection breaks before an
    /// answer came.
    ///
    /// @param key tells the controller that it is the same request
    Answer postOnce(Query target, String json, String key) {
        var headers = Map.of("Accept", "application/json", "Idempotency-Key", key);
        for (int tries = 1; true; tries++) {
            try (var answer = send("POST", target, json, headers, patience)) {
                return new Answer(answer.status(), text(answer));
            } catch (IOException e) {
                boolean neverReached = tries == 1 && e instanceof ConnectException;
                if (neverReached || tries == Tries.MOST || e instanceof ProtocolException) {
                    throw broken(e);
                }
                Tries.pause(tries);
            }
        }
    }

    /// @param silence how long the answer may take to begin, or to go on
    Answer whole(String method, Query target, @Nullable String json, Duration silence) {
        try (var answer = send(method, target, json, Map.of("Accept", "application/json"), silence)) {
            return new Answer(answer.status(), text(answer));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// An answer to be read as it comes, for as long as it comes.
    ///
    /// @param silence how long nothing may come, zero for ever
    HttpAnswer open(String method, Query target, @Nullable String json, Map<String, String> headers, Duration silence) {
        try {
            return send(method, target, json, headers, silence);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private HttpAnswer send(
            String method, Query target, @Nullable String json, Map<String, String> headers, Duration silence)
            throws IOException {
        long start = System.nanoTime();
        var request = new HttpRequest(method, path(target), signed(headers), json);
        var answer = connection.send(request, silence);
        notes.request(method, request.target(), answer.status(), System.nanoTime() - start);
        notes.version(answer.header("usenet-version"));
        if (answer.status() >= 300) {
            try (answer) {
                throw refused(request, answer.status(), text(answer));
            }
        }
        checkKind(answer, headers.getOrDefault("Accept", ""));
        return answer;
    }

    private String path(Query target) {
        var base = url.getRawPath() == null ? "" : url.getRawPath();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target;
    }

    private Map<String, String> signed(Map<String, String> headers) {
        var signed = new LinkedHashMap<>(headers);
        if (token != null) {
            signed.put("Authorization", "Bearer " + token.secret());
        }
        return signed;
    }

    private static String text(HttpAnswer answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void checkKind(HttpAnswer answer, String accepted) throws ProtocolException {
        var kind = answer.header("content-type");
        if (kind == null
                || !(kind.contains("json")
                        || kind.contains("event-stream")
                        || accepted.contains(kind.split(";", 2)[0].strip()))) {
            throw new ProtocolException("answers with " + (kind == null ? "nothing" : kind));
        }
    }

    private CliProblem refused(HttpRequest request, int status, String body) {
        if (status == 401) {
            return unauthorized();
        }
        try {
            var problem = JsonObject.parse(body);
            if (problem.has("code")) {
                return CliProblem.answered(problem, body);
            }
        } catch (IOException e) {
            // no problem as the controller writes them: the status is all there is to tell
        }
        return new CliProblem(
                Exit.FAILED,
                "UNEXPECTED_ANSWER",
                url + " answers " + status + " to " + request.method() + " " + request.target(),
                "usenet version shows whether a controller of the same version listens there");
    }

    private CliProblem unauthorized() {
        return token == null
                ? new CliProblem(
                        Exit.FAILED,
                        "UNAUTHORIZED",
                        "the controller at " + url + " wants a token, and none was found",
                        Whereabouts.isHere(url)
                                ? "sudo usenet ...; looked in " + String.join(", ", whereabouts.places())
                                : "set USENET_TOKEN to the token of that controller")
                : new CliProblem(
                        Exit.FAILED,
                        "UNAUTHORIZED",
                        "the controller at " + url + " refuses the token from " + token.source(),
                        "check that it belongs to this controller; its own is in /run/usenet/token");
    }

    /// What a failed connection, or one that broke while being read, means to the user.
    CliProblem broken(IOException cause) {
        return switch (cause) {
            case ConnectException _ -> unreachable("the controller does not answer at " + url);
            case UnknownHostException _ -> unreachable("the controller does not answer at " + url + ": unknown host");
            case SocketTimeoutException _ -> unreachable("the controller at " + url + " takes too long to answer");
            case ProtocolException e ->
                new CliProblem(
                        Exit.UNREACHABLE,
                        "NOT_A_CONTROLLER",
                        "what listens at " + url + " is no usenet controller: " + e.getMessage(),
                        "say where the controller listens with --controller URL");
            case EOFException _ -> unreachable("the controller at " + url + " broke off in the middle of its answer");
            default -> unreachable("the connection to the controller at " + url + " broke: " + cause.getMessage());
        };
    }

    private CliProblem unreachable(String detail) {
        return new CliProblem(Exit.UNREACHABLE, "CONTROLLER_UNREACHABLE", detail, notes.howToStart(url));
    }
}
