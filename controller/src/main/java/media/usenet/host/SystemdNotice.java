package media.usenet.host;

import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells systemd, where that started the controller, that it is ready: what is ordered after it may start
/// (sd_notify(3)).
@Component
final class SystemdNotice {

    private static final Command READY = Command.of(Duration.ofSeconds(10), "systemd-notify", "--ready");

    private final ProcessRunner programs;
    private final boolean wanted;

    SystemdNotice(ProcessRunner programs, Environment environment) {
        this.programs = programs;
        this.wanted = environment.containsProperty("NOTIFY_SOCKET");
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (wanted && !(programs.run(READY) instanceof Outcome.Exited(int code, String _, String _) && code == 0)) {
            throw new IllegalStateException(READY + " failed: systemd would end the controller as one that hangs");
        }
    }
}
