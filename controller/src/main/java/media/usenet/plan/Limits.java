package media.usenet.plan;

import java.util.Locale;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition.Demand;
import media.usenet.hardware.HardwareFacts;
import media.usenet.plan.Decision.ChooseProfile;
import media.usenet.plan.Decision.Limit;
import media.usenet.settings.ResourceProfile;
import media.usenet.settings.StackSettings;
import media.usenet.settings.StackSettings.ServiceSettings;
import org.springframework.util.unit.DataSize;

/// How much of the machine each service may take. A limit is a bound, not a reservation: all of them together may
/// exceed
/// the profile's share, so that one busy service can use what the others leave.
public final class Limits {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private final HardwareFacts machine;
    private final EngineFacts engine;
    private final ChooseProfile profile;

    private Limits(HardwareFacts machine, EngineFacts engine, ChooseProfile profile) {
        this.machine = machine;
        this.engine = engine;
        this.profile = profile;
    }

    public static Limits of(HardwareFacts machine, EngineFacts engine, StackSettings settings) {
        var chosen = settings.profile().orElseGet(() -> fitting(machine));
        var because = settings.profile().isPresent() ? "stack.yaml asks for it" : size(machine);
        return new Limits(machine, engine, new ChooseProfile(chosen, chosen.share(settings.custom()), because));
    }

    /// The thresholds that the stack's users know from its first version.
    static ResourceProfile fitting(HardwareFacts machine) {
        // A machine sold with 32 GiB shows a little less: firmware and graphics keep some.
        double gibibytes = Math.ceil((double) machine.memory().totalBytes() / GIB);
        int threads = machine.cpu().threads();
        if (gibibytes >= 31 && threads >= 16) {
            return ResourceProfile.DEDICATED;
        }
        if (gibibytes >= 15 && threads >= 8) {
            return ResourceProfile.HIGH_PERFORMANCE;
        }
        return gibibytes >= 7 && threads >= 4 ? ResourceProfile.BALANCED : ResourceProfile.LIGHT;
    }

    static String size(HardwareFacts machine) {
        if (machine.cpu().threads() == 0 || machine.memory().totalBytes() == 0) {
            return "the size of the machine is unknown";
        }
        return "the machine has %d threads and %s GiB of memory"
                .formatted(
                        machine.cpu().threads(),
                        String.format(
                                Locale.ROOT, "%.1f", (double) machine.memory().totalBytes() / GIB));
    }

    public ChooseProfile profile() {
        return profile;
    }

    Limit of(Demand demand, ServiceSettings wanted) {
        var asked = wanted.cpus().isPresent() || wanted.memory().isPresent();
        var because = asked
                ? "stack.yaml asks for it"
                : "profile %s, %s demand".formatted(lower(profile.profile()), lower(demand));
        double cpus = wanted.cpus().map(this::withinMachine).orElseGet(() -> cpus(demand));
        return new Limit(
                engine.limitsCpu() ? Optional.of(cpus) : Optional.empty(),
                wanted.memory().orElseGet(() -> DataSize.ofBytes(memory(demand))),
                engine.limitsCpu() ? because : because + "; CPUs without bound, since this engine cannot bound them");
    }

    private double withinMachine(double cpus) {
        // Docker refuses to start a container with more CPUs than there are.
        return machine.cpu().threads() > 0 ? Math.min(cpus, machine.cpu().threads()) : cpus;
    }

    private double cpus(Demand demand) {
        double budget = Math.max(1, machine.cpu().threads()) * profile.share().cpuPercent() / 100.0;
        double wanted = switch (demand) {
            case HEAVY -> Math.max(budget, 1);
            case MEDIUM -> Math.max(budget / 2, 0.5);
            case LIGHT -> Math.max(budget / 4, 0.25);
        };
        return Math.round(withinMachine(wanted) * 100) / 100.0;
    }

    private long memory(Demand demand) {
        long budget = machine.memory().totalBytes() * profile.share().memoryPercent() / 100;
        long wanted = switch (demand) {
            case HEAVY -> Math.max(budget / 2, GIB);
            case MEDIUM -> Math.max(budget / 4, GIB / 2);
            case LIGHT -> Math.max(budget / 10, GIB / 4);
        };
        long most = machine.memory().totalBytes() > 0 ? machine.memory().totalBytes() : wanted;
        return Math.min(wanted, most) / (16 * MIB) * 16 * MIB;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
