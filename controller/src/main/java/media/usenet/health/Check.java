package media.usenet.health;

import java.util.List;

/// A rule about the machine or the stack. Called from any thread, often; must answer within a second and change
/// nothing.
public interface Check {

    /// The component this check speaks for, as `/health/detailed` names it: `docker`, `pool`, `hardware`.
    String component();

    /// What is wrong now; empty when all is well.
    List<Finding> findings();
}
