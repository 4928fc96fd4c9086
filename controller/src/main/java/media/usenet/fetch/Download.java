package media.usenet.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import media.usenet.fetch.FetchException.Kind;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/// One download, from its first request to the whole file. Runs on a virtual thread, on which an interrupt closes a
/// socket that is waited for.
final class Download implements Callable<Fetched> {

    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_RESUMES = 8;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(?:\\d+|\\*)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Duration BETWEEN_RESUMES = Duration.ofMillis(500);
    // Slower than this for the idle time is standing still: a byte now and then is an attack, not a connection.
    private static final int SIGN_OF_LIFE = 16 << 10;

    private final Request request;
    private final AddressCheck check;
    private final Function<FetchLimits, Door> doors;
    private final Watch watch;
    private String validator = "";

    Download(Request request, AddressCheck check, Function<FetchLimits, Door> doors, Watch watch) {
        this.request = request;
        this.check = check;
        this.doors = doors;
        this.watch = watch;
    }

    /// @param headers sent to the first host alone
    record Request(
            WebAddress address, Map<String, String> headers, Path target, FetchLimits limits, LongConsumer onBytes) {}

    private record Answer(WebAddress from, ClassicHttpResponse response) {}

    @Override
    public Fetched call() throws FetchException, InterruptedException {
        var limits = request.limits();
        try (var door = doors.apply(limits);
                var part = new PartFile(request.target(), limits.keepFree().toBytes())) {
            for (var resumed = 0; ; resumed++) {
                try {
                    var fetched = attempt(door, part, resumed);
                    if (fetched.isPresent()) {
                        return fetched.get();
                    }
                } catch (IOException e) {
                    mayResume(e, part, resumed);
                }
            }
        }
    }

    private void mayResume(IOException e, PartFile part, int resumed) throws FetchException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (part.bytes() == 0 || resumed == MOST_RESUMES) {
            var after = part.bytes() == 0 ? "" : " after %d bytes".formatted(part.bytes());
            throw new FetchException(
                    e instanceof SocketTimeoutException ? Kind.TIMEOUT : Kind.NETWORK,
                    "the connection to %s failed%s: %s"
                            .formatted(request.address().host(), after, reason(e)),
                    "check that the server is up and can be reached from here",
                    null,
                    e);
        }
        Thread.sleep(BETWEEN_RESUMES);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /// Empty when what is there is of no use, so that it must begin anew.
    private Optional<Fetched> attempt(Door door, PartFile part, int resumed)
            throws IOException, FetchException, InterruptedException {
        var answer = ask(door, part.bytes());
        try (var response = answer.response()) {
            if (!continues(response, part)) {
                return Optional.empty();
            }
            validator = validatorOf(response);
            fill(response, part, door);
            mustBeMedia(part);
            part.finish();
            var type = header(response, "Content-Type");
            return Optional.of(
                    new Fetched(request.target(), part.bytes(), answer.from().uri(), type, resumed));
        }
    }

    /// Follows redirects, each of which is checked like the first address.
    private Answer ask(Door door, long from) throws IOException, FetchException, InterruptedException {
        var at = request.address();
        var headers = headers(from);
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var addresses = check.addresses(at);
            watch.step(
                    "the answer of " + at.host(),
                    request.limits().connect().plus(request.limits().firstByte()));
            var response = door.get(at, addresses, headers);
            var location = header(response, "Location");
            if (!REDIRECTS.contains(response.getCode()) || location.isEmpty()) {
                return new Answer(at, response);
            }
            response.close();
            var next = redirected(at, location.get());
            if (!next.origin().equals(at.origin())) {
                headers.keySet().removeAll(request.headers().keySet());
            }
            at = next;
        }
        throw refused(at, "redirects more than %d times".formatted(MOST_REDIRECTS));
    }

    private static WebAddress redirected(WebAddress from, String location) throws FetchException {
        try {
            var to = from.redirected(location);
            if (from.secure() && !to.secure()) {
                throw refused(from, "redirects from https to http");
            }
            return to;
        } catch (WebAddress.Malformed e) {
            throw refused(from, "redirects to what may not be asked: " + e.detail());
        }
    }

    private Map<String, String> headers(long from) {
        var headers = new HashMap<>(request.headers());
        if (from > 0 && !validator.isEmpty()) {
            headers.put("Range", "bytes=%d-".formatted(from));
            headers.put("If-Range", validator);
        }
        return headers;
    }

    /// Whether the body goes on where the part ends, or is a whole one, before which the part is emptied.
    private boolean continues(ClassicHttpResponse response, PartFile part) throws FetchException {
        if (response.getCode() == 206 && part.bytes() > 0) {
            var range = CONTENT_RANGE.matcher(header(response, "Content-Range").orElse(""));
            if (range.matches() && Long.parseLong(range.group(1)) == part.bytes()) {
                return true;
            }
        }
        var useless = part.bytes() > 0 && (response.getCode() == 206 || response.getCode() == 416);
        if (part.bytes() > 0) {
            part.startOver();
        }
        if (useless) {
            validator = "";
            return false;
        }
        mustBeWhole(response);
        return true;
    }

    private void mustBeWhole(ClassicHttpResponse response) throws FetchException {
        var code = response.getCode();
        if (code == 200) {
            return;
        }
        var detail = "%s answered %d".formatted(request.address().host(), code);
        if (code == 429 || code >= 500) {
            throw new FetchException(Kind.NETWORK, detail, "try again later", retryAfter(response), null);
        }
        throw new FetchException(Kind.ANSWER, detail, "check that the address leads to a file, and may be read");
    }

    private static @Nullable Duration retryAfter(HttpMessage response) {
        return header(response, "Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    /// A weak validator says that two files mean the same, not that their bytes are (RFC 9110, 8.8.1).
    private static String validatorOf(HttpMessage response) {
        return header(response, "ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> header(response, "Last-Modified"))
                .orElse("");
    }

    private void fill(ClassicHttpResponse response, PartFile part, Door door) throws IOException, FetchException {
        if (header(response, "Content-Encoding")
                .filter(it -> !it.equals("identity"))
                .isPresent()) {
            throw new FetchException(
                    Kind.ANSWER,
                    "%s sent the file packed, which it was asked not to"
                            .formatted(request.address().host()),
                    "use an address of the file itself");
        }
        var entity = response.getEntity();
        if (entity == null) {
            return;
        }
        var declared =
                entity.getContentLength() < 0 ? OptionalLong.empty() : OptionalLong.of(entity.getContentLength());
        if (declared.isPresent()) {
            mustFit(part.bytes() + declared.getAsLong());
        }
        copy(entity.getContent(), part, declared, door);
    }

    private void copy(InputStream body, PartFile part, OptionalLong declared, Door door)
            throws IOException, FetchException {
        var buffer = new byte[64 << 10];
        var start = part.bytes();
        var alive = start;
        watch.step("the next piece of the file", request.limits().idle());
        for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            mustFit(part.bytes() + count);
            part.write(buffer, count);
            request.onBytes().accept(part.bytes());
            if (part.head().length == PartFile.HEAD && part.bytes() - count < PartFile.HEAD) {
                mustBeMedia(part);
            }
            if (part.bytes() - alive >= SIGN_OF_LIFE) {
                alive = part.bytes();
                watch.step("the next piece of the file", request.limits().idle());
            }
            if (declared.isPresent() && part.bytes() - start == declared.getAsLong() && door.moreThanDeclared()) {
                throw new FetchException(
                        Kind.ANSWER,
                        "%s sends more than the length it declared"
                                .formatted(request.address().host()),
                        "tell who runs the server: files from it would be cut");
            }
        }
    }

    private void mustFit(long bytes) throws FetchException {
        var most = request.limits().size();
        if (bytes > most.toBytes()) {
            throw new FetchException(
                    Kind.TOO_LARGE,
                    "the file has more than the %d MB that are allowed".formatted(most.toMegabytes()),
                    "an administrator may raise fetch.max-size");
        }
    }

    private static void mustBeMedia(PartFile part) throws FetchException {
        var flaw = FileKind.flaw(part.head());
        if (flaw.isPresent()) {
            throw new FetchException(
                    Kind.CONTENT, "what came is no media: " + flaw.get(), "use an address of the file itself");
        }
    }

    private static FetchException refused(WebAddress address, String because) {
        return new FetchException(
                Kind.REFUSED, "%s %s".formatted(address.host(), because), "use the address that it leads to");
    }

    private static Optional<String> header(HttpMessage message, String name) {
        return Optional.ofNullable(message.getFirstHeader(name)).map(Header::getValue);
    }
}
