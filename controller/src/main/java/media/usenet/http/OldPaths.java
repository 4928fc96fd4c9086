package media.usenet.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers requests under the paths that users of FFAPI know as under ours, and says in headers that ours are the
/// ones to use (RFC 9745).
@Order
final class OldPaths extends OncePerRequestFilter {

    private static final String DEPRECATED_SINCE = "@1795219200";

    private record Rule(Pattern old, String ours) {

        static Rule of(String old, String ours) {
            return new Rule(Pattern.compile(old), ours);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("/jobs(|/[^/]+|/[^/]+/(?:cancel|log|events|retry|duplicate|priority))", "/v1/jobs$1"),
            Rule.of("/jobs/([^/]+)/kill", "/v1/jobs/$1/cancel"),
            Rule.of("/compose/(from-urls|from-binaries|from-tracks)(?:/async)?", "/v1/compose/$1"),
            Rule.of("/webhooks/subscribe", "/v1/webhooks"),
            Rule.of("/video/concat(?:-from-urls)?(?:/async)?", "/v1/video/concat"),
            Rule.of("/image/to-mp4-loop", "/v1/image/to-mp4-loop"),
            Rule.of("/probe/from-(?:urls|binary)", "/v1/probe"),
            Rule.of("/v1/run-ffmpeg-command/async", "/v1/run-ffmpeg-command"),
            Rule.of("/v2/run-ffmpeg-job/async", "/v2/run-ffmpeg-job"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ours = ours(request.getRequestURI());
        if (ours.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Deprecation", DEPRECATED_SINCE);
        response.setHeader("Link", "<%s>; rel=\"successor-version\"".formatted(ours.get()));
        request.getRequestDispatcher(ours.get()).forward(request, response);
    }

    static Optional<String> ours(String path) {
        return RULES.stream()
                .map(rule -> rule.old().matcher(path).matches()
                        ? Optional.of(rule.old().matcher(path).replaceFirst(rule.ours()))
                        : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }
}
