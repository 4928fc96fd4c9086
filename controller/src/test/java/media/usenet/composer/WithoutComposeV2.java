package media.usenet.composer;

import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;

/// This machine's programs, but for `docker compose`.
public final class WithoutComposeV2 implements ProcessRunner {

    private final ProcessRunner host = new HostProcessRunner();

    @Override
    public Outcome run(Command command, Consumer<String> onErrorLine) {
        return command.argv().size() > 1 && command.argv().get(1).equals("compose")
                ? new Outcome.Exited(1, "", "docker: 'compose' is not a docker command.\n")
                : host.run(command, onErrorLine);
    }
}
