package media.usenet.encoders;

import media.usenet.event.Operation;
import org.springframework.http.ResponseEntity;

/// The answer to a request whose work goes on.
final class Accepted {

    private Accepted() {}

    static ResponseEntity<Operation> by(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
