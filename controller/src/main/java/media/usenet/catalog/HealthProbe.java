package media.usenet.catalog;

import java.util.List;

/// How to ask a service whether it is well.
public sealed interface HealthProbe {

    /// The image ships its own `HEALTHCHECK`.
    record Native() implements HealthProbe {}

    /// An HTTP request to the container's own port.
    ///
    /// @param okStatus answers that mean it is well
    /// @param from which program asks
    record Http(int port, String path, String scheme, List<Integer> okStatus, Asker from) implements HealthProbe {

        public Http {
            okStatus = List.copyOf(okStatus);
        }
    }

    /// A command inside the container that ends with 0.
    record Run(List<String> command) implements HealthProbe {

        public Run {
            command = List.copyOf(command);
        }
    }

    /// Nothing to ask: running is all that can be known.
    record None() implements HealthProbe {}

    enum Asker {
        /// `curl` inside the container.
        CURL,
        /// `wget` inside the container; knows 200 alone.
        WGET,
        /// The controller, from outside: the image has no shell.
        CONTROLLER
    }
}
