package media.usenet.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to one webhook, and what became of it.
///
/// @param id what the receiver knows it by, at every attempt
/// @param state `pending`, `delivered`, or `dead`: tried as often as it may be
/// @param nextAt when it is sent next; null unless it is pending
/// @param request what is sent; null before the first attempt
/// @param status of the last answer
/// @param response the beginning of the last answer
/// @param error what kept the last attempt from an answer
public record Delivery(
        String id,
        String webhook,
        String url,
        String job,
        String event,
        Instant at,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Long tookMillis,
        @Nullable String request,
        @Nullable Integer status,
        @Nullable String response,
        @Nullable String error) {}
