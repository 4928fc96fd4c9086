package media.usenet.uploads;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A response whose failures are told in our shape instead of the web server's: the protocol gives statuses a meaning
/// of their own (460: the checksum does not fit), and leaves the body to us.
final class TusResponse extends HttpServletResponseWrapper {

    TusResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        sendError(status, "the tus protocol refuses this");
    }

    @Override
    public void sendError(int status, String message) {
        bodyFollows();
        throw new ErrorResponseException(
                HttpStatusCode.valueOf(status),
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), message),
                null);
    }

    /// The protocol's answers have no body, and are declared so.
    void bodyFollows() {
        setContentLengthLong(-1);
    }
}
