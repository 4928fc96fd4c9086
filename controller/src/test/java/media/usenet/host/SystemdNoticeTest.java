package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SystemdNoticeTest {

    private static final String READY = "systemd-notify --ready";

    private final ScriptedRunner programs = new ScriptedRunner().on(READY);
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void systemd_is_told_when_it_waits_to_be() {
        environment.setProperty("NOTIFY_SOCKET", "/run/systemd/notify");
        new SystemdNotice(programs, environment).ready();
        assertThat(programs.ran()).containsExactly(READY);
    }

    @Test
    void nobody_else_is() {
        new SystemdNotice(programs, environment).ready();
        assertThat(programs.ran()).isEmpty();
    }

    @Test
    void a_notice_that_does_not_arrive_is_no_start() {
        environment.setProperty("NOTIFY_SOCKET", "/run/systemd/notify");
        programs.on(READY, new Outcome.Exited(1, "", "Failed to notify\n"));
        assertThatThrownBy(() -> new SystemdNotice(programs, environment).ready())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(READY);
    }
}
