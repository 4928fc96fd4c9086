package media.usenet.services;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where this controller finds and keeps the stack.
///
/// @param settings the folder that the user writes: `stack.yaml`, `.env`, `compose.override.yaml`
/// @param state the folder that the controller writes: the generated stack, secrets, applications' configuration
/// @param pool the pool root where `stack.yaml` names none
/// @param project the Compose project's name
@ConfigurationProperties("usenet")
record StackProperties(Path settings, Path state, Path pool, String project) {

    /// The folder of the generated Compose files. It works by itself: `docker compose up -d` in it does what it says.
    Path stack() {
        return state.resolve("stack");
    }

    Path override() {
        return settings.resolve("compose.override.yaml");
    }
}
