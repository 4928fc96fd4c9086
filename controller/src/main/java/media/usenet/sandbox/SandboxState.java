package media.usenet.sandbox;

import java.time.Duration;

/// Whether programs can be confined on this machine; found by confining one.
public sealed interface SandboxState {

    /// @param start what confining cost the program that tried it
    record Usable(Duration start) implements SandboxState {}

    /// @param unsafePermitted whether the settings say, in writing, that programs may run unconfined all the same
    record Unusable(String because, String remedy, boolean unsafePermitted) implements SandboxState {}

    default boolean usable() {
        return this instanceof Usable;
    }
}
