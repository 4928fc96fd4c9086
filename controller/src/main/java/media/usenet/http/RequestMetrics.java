package media.usenet.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Times every request under the name that Spring's users know: `http_server_requests_seconds`.
final class RequestMetrics extends OncePerRequestFilter {

    private final MeterRegistry meters;

    RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var timer = Timer.start(meters);
        try {
            chain.doFilter(request, response);
        } finally {
            timer.stop(meters.timer(
                    "http.server.requests",
                    "method",
                    request.getMethod(),
                    "uri",
                    pattern(request),
                    "status",
                    String.valueOf(response.getStatus())));
        }
    }

    /// The path's pattern, never the path: names and ids in it would make a new time series each.
    private static String pattern(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("UNKNOWN");
    }
}
