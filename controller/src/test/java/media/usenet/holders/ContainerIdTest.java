package media.usenet.holders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerIdTest {

    private static final String ID = "7a90ed745bce3df6e8d42c878ba07dfe4b0689108f66ace1a91dc4b9e1279977";
    private static final String INNER = "11114095ce1f7bd0aa51e6b0e1f2c3d4a5b6c7d8e9f0a1b2c3d4e5f60718293a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:name=systemd:/docker/" + ID + "\n8:pids:/docker/" + ID + "\n0::/docker/" + ID + "\n",
                "0::/docker/" + ID + "\n",
                "0::/system.slice/docker-" + ID + ".scope\n",
                "12:devices:/system.slice/docker-" + ID + ".scope\n0::/\n",
                "0::/user.slice/user-1000.slice/user@1000.service/user.slice/docker-" + ID + ".scope\n",
                "0::/docker/" + ID + "/init.scope\n",
                "0::/system.slice/docker-" + ID + ".scope/system.slice/cron.service\n",
                "0::/docker/" + ID + "/docker/" + INNER + "\n",
                "0::/media.slice/" + ID + "\n",
                "0::/../" + ID + "\n",
            })
    void the_id_is_found_whatever_drives_the_control_groups(String cgroup) {
        assertThat(ContainerId.of(cgroup)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0::/\n",
                "0::/user.slice/user-0.slice/session-1.scope\n",
                "0::/system.slice/docker.service\n",
                "4:memory:/jobs/3c83671f6a9bea0a178397b2b24ae715\n0::/\n",
                "0::/cache-" + ID + "0\n",
            })
    void a_process_of_the_host_is_in_no_container(String cgroup) {
        assertThat(ContainerId.of(cgroup)).isNull();
    }

    @Test
    void nothing_is_in_no_container() {
        assertThat(ContainerId.of("")).isNull();
    }
}
