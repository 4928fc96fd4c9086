package media.usenet.sandbox;

import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.sandbox.SandboxState.Unusable;
import media.usenet.sandbox.SandboxState.Usable;
import org.springframework.stereotype.Component;

/// Programs that cannot be confined, and programs that run unconfined because someone said so.
@Component
final class SandboxCheck implements Check {

    private final Sandbox sandbox;

    SandboxCheck(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public String component() {
        return "sandbox";
    }

    @Override
    public List<Finding> findings() {
        return switch (sandbox.state()) {
            case Usable _ -> List.of();
            case Unusable(String because, String remedy, boolean permitted) ->
                List.of(permitted ? unsafe(because, remedy) : missing(because, remedy));
        };
    }

    private static Finding unsafe(String because, String remedy) {
        return new Finding(
                "SANDBOX_OFF",
                Severity.ERROR,
                "FFmpeg runs unconfined, as sandbox.unsafe-without permits: a hostile file can read and send away what"
                        + " it likes (%s)".formatted(because),
                remedy + "; and take sandbox.unsafe-without out of the settings");
    }

    private static Finding missing(String because, String remedy) {
        return new Finding(
                "SANDBOX_MISSING",
                Severity.ERROR,
                "FFmpeg cannot be confined, so that jobs are refused: " + because,
                remedy);
    }
}
