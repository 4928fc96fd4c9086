package media.usenet.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemReport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets nobody in without the token, but for what tells no secret: liveness, readiness, the OpenAPI document.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TokenFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready", "/openapi.json");
    private static final String BEARER = "Bearer ";

    private final Token token;
    private final String version;
    private final JsonMapper json;

    TokenFilter(Token token, String version, JsonMapper json) {
        this.token = token;
        this.version = version;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Usenet-Version", version);
        response.setHeader("API-Version", "v1");
        if (OPEN.contains(request.getRequestURI())
                || given(request).filter(token::matches).isPresent()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private static Optional<String> given(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                // RFC 9110: the scheme's case does not matter.
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .or(() -> Optional.ofNullable(request.getHeader("X-API-Key")));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var missing = given(request).isEmpty();
        var report = ProblemReport.of(
                Problem.UNAUTHORIZED,
                missing ? "this request carries no token" : "this request carries a wrong token",
                "send the header Authorization: Bearer TOKEN, with the token from the controller's run folder",
                List.of());
        response.setStatus(report.status());
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(report));
    }
}
