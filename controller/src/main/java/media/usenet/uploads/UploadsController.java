package media.usenet.uploads;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Files sent by users: with the tus protocol, which goes on after a cut, or as one plain request.
@RestController
@RequestMapping(Uploads.PATH)
final class UploadsController {

    private static final String ONE = "/{id}";

    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping
    List<Upload> all() {
        return uploads.all();
    }

    @GetMapping(ONE)
    Upload one(@PathVariable String id) {
        return uploads.get(id);
    }

    /// Null where the tus protocol has answered.
    @PostMapping
    @Nullable
    ResponseEntity<Upload> create(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (speaksTus(request)) {
            uploads.tus(request, response, Optional.empty());
            return null;
        }
        var upload = isForm(request) ? fromForm(request) : fromBody(request);
        return ResponseEntity.created(URI.create(Uploads.PATH + "/" + upload.id()))
                .body(upload);
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    void abilities(HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.tus(request, response, Optional.empty());
    }

    @RequestMapping(path = ONE, method = RequestMethod.HEAD)
    void offset(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.tus(request, response, Optional.of(id));
    }

    @RequestMapping(path = ONE, method = RequestMethod.PATCH)
    void piece(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.get(id);
        uploads.tus(request, response, Optional.of(id));
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> delete(@PathVariable String id) {
        uploads.delete(id);
        return ResponseEntity.noContent().header("Tus-Resumable", "1.0.0").build();
    }

    private static boolean speaksTus(HttpServletRequest request) {
        return request.getHeader("Tus-Resumable") != null;
    }

    private static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("").startsWith("multipart/form-data");
    }

    private Upload fromForm(HttpServletRequest request) throws IOException, ServletException {
        for (var part : request.getParts()) {
            var name = part.getSubmittedFileName();
            if (name != null) {
                try (var content = part.getInputStream()) {
                    return uploads.receive(name, part.getSize(), content);
                } finally {
                    part.delete();
                }
            }
        }
        throw new ProblemException(
                Problem.INVALID_REQUEST, "the form holds no file", "send one: curl -F file=@film.mkv");
    }

    private Upload fromBody(HttpServletRequest request) throws IOException {
        return uploads.receive(name(request), request.getContentLengthLong(), request.getInputStream());
    }

    /// Not through the request's parameters: for those it would read the body, which curl calls a form.
    private static String name(HttpServletRequest request) {
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var named = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("name");
        if (named != null) {
            return UriUtils.decode(named, StandardCharsets.UTF_8);
        }
        return Optional.ofNullable(request.getHeader("Content-Disposition"))
                .map(header -> ContentDisposition.parse(header).getFilename())
                .orElse("upload");
    }
}
