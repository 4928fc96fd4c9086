package media.usenet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import media.usenet.golden.PlanCase;
import media.usenet.hardware.HardwareFacts;
import media.usenet.hardware.HardwareFacts.Board;
import media.usenet.hardware.HardwareFacts.Cpu;
import media.usenet.hardware.HardwareFacts.Memory;
import media.usenet.hardware.HardwareFacts.OperatingSystem;
import media.usenet.pool.PoolFacts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortPlanTest {

    @RepeatedTest(200)
    void no_two_share_a_port_whatever_is_claimed_taken_and_was_given_before(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var claims = new ArrayList<PortClaim>();
        for (int i = 0; i < 12; i++) {
            claims.add(claim("s" + i, 8000 + random.nextInt(6), random.nextBoolean() ? "tcp" : "udp"));
        }
        var taken = List.of(new TakenPort("0.0.0.0", 8000 + random.nextInt(9), "tcp", "nginx"));
        var earlier = Map.of("S3_PORT", 8000 + random.nextInt(9), "S7_PORT", 8000 + random.nextInt(9));
        var plan = PortPlan.of(claims, facts(taken, earlier));
        var used = new HashSet<String>();
        for (var claim : claims) {
            for (var port : plan.publish(claim)) {
                assertThat(used.add(port.protocol() + port.hostPort()))
                        .as(claim + " in " + plan.ports())
                        .isTrue();
                assertThat(taken).noneMatch(other -> other.blocks(port.address(), port.hostPort(), port.protocol()));
            }
        }
        var shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        assertThat(PortPlan.of(shuffled, facts(taken, earlier)).ports()).isEqualTo(plan.ports());
        var next = PortPlan.of(claims, facts(taken, plan.ports()));
        assertThat(next.ports()).as("the next plan keeps what this one gave").isEqualTo(plan.ports());
    }

    @Test
    void tcp_and_udp_do_not_stand_in_each_other_s_way() {
        var plan = PortPlan.of(List.of(claim("a", 53, "tcp"), claim("b", 53, "udp")), facts(List.of(), Map.of()));
        assertThat(plan.ports()).containsValues(53, 53);
        assertThat(plan.moved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,  127.0.0.1, true",
        "0.0.0.0,    127.0.0.1, true",
        "::,         127.0.0.1, true",
        "127.0.0.1,  0.0.0.0,   true",
        "127.0.0.53, 127.0.0.1, false",
        "::1,        127.0.0.1, false",
        "::1,        ::1,       true",
        "10.0.0.5,   127.0.0.1, false",
    })
    void a_port_is_taken_where_the_addresses_meet(String taken, String wanted, boolean blocked) {
        var port = new TakenPort(taken, 80, "tcp", "nginx");
        assertThat(port.blocks(wanted, 80, "tcp")).isEqualTo(blocked);
        assertThat(port.blocks(wanted, 81, "tcp")).isFalse();
        assertThat(port.blocks(wanted, 80, "udp")).isFalse();
    }

    @Test
    void an_empty_port_variable_leaves_the_usual_port() {
        var plan = PlanCase.plan("catalog: [sonarr]\nenv: |\n  SONARR_PORT=\n");
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.ports()).containsEntry("SONARR_PORT", 8989);
    }

    @Test
    void an_ipv6_address_stands_in_brackets_in_a_url() {
        var plan = PlanCase.plan("catalog: [sonarr]\nsettings: |\n  publish: '::1'\n");
        assertThat(plan.find("sonarr").orElseThrow().url()).isEqualTo("http://[::1]:8989/");
    }

    private static PortClaim claim(String service, int port, String protocol) {
        return new PortClaim(
                service,
                service.toUpperCase(Locale.ROOT) + "_PORT",
                port,
                Optional.empty(),
                "127.0.0.1",
                List.of(new PortClaim.Target(port, protocol, false)));
    }

    private static StackFacts facts(List<TakenPort> taken, Map<String, Integer> earlier) {
        var hardware = new HardwareFacts(
                new Cpu("a CPU", "x86_64", 4, 4),
                new Memory(1L << 34),
                new Board("unknown", "unknown"),
                new OperatingSystem("debian", "12", "Debian", "6.1", "none"),
                List.of(),
                List.of(),
                0);
        var pool = new PoolFacts(Path.of("/srv/pool"), PoolFacts.State.GUARDED, "", true);
        return new StackFacts(
                hardware, Map.of(), pool, new EngineFacts("20.10", "2.26", Set.of(), true), taken, earlier);
    }
}
