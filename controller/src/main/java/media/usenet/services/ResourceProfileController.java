package media.usenet.services;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import media.usenet.hardware.Hardware;
import media.usenet.plan.Decision.ChooseProfile;
import media.usenet.plan.EngineFacts;
import media.usenet.plan.Limits;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackCommands.Verb;
import media.usenet.settings.ResourceProfile;
import media.usenet.settings.SettingsFolder;
import media.usenet.yaml.Spelling;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How much of the machine the stack may take: what is chosen, and choosing.
@RestController
@RequestMapping("/v1/hardware")
final class ResourceProfileController {

    private static final String AUTO = "auto";

    private final SettingsFolder settings;
    private final Hardware hardware;
    private final Stack stack;
    private final StackCommands commands;

    ResourceProfileController(SettingsFolder settings, Hardware hardware, Stack stack, StackCommands commands) {
        this.settings = settings;
        this.hardware = hardware;
        this.stack = stack;
        this.commands = commands;
    }

    record Offered(String name, int cpuPercent, int memoryPercent, String meaning) {}

    /// @param current the profile that holds
    /// @param chosen what `stack.yaml` says; `auto` leaves it to the machine's size
    record Profiles(String current, String chosen, String because, List<Offered> profiles) {}

    /// @param applied whether services run with it already
    /// @param next what to type to apply it
    record Change(String from, String to, String file, boolean applied, String because, String next) {}

    @GetMapping("/profile")
    Profiles profiles() {
        var wanted = settings.current();
        var holds = holds();
        var offered = Arrays.stream(ResourceProfile.values())
                .map(profile -> {
                    var share = profile.share(wanted.custom());
                    return new Offered(name(profile), share.cpuPercent(), share.memoryPercent(), profile.meaning());
                })
                .toList();
        return new Profiles(name(holds.profile()), chosen(), holds.because(), offered);
    }

    @PutMapping("/profile")
    Change choose(@RequestParam String name, @RequestParam(defaultValue = "false") boolean dryRun) {
        var from = chosen();
        var word = name.equals("high") ? "high_performance" : name.replace('-', '_');
        if (!word.equals(AUTO) && !names().contains(word)) {
            throw unknown(name);
        }
        if (!dryRun) {
            settings.choose(word);
        }
        return new Change(from, word, settings.stackFile().toString(), false, "asked for", "usenet services up");
    }

    /// Leaves the profile to the machine's size, and applies it, and what the hardware allows, to the stack.
    @PostMapping("/optimize")
    ResponseEntity<?> optimize(@RequestParam(defaultValue = "false") boolean dryRun) {
        if (dryRun) {
            var planned = stack.read(settings.current().withFittingProfile());
            return ResponseEntity.ok(stack.preview(planned, Targets.ALL));
        }
        if (!chosen().equals(AUTO)) {
            settings.choose(AUTO);
        }
        return ServicesController.accepted(commands.start(Verb.UP, Targets.ALL));
    }

    private ChooseProfile holds() {
        return Limits.of(hardware.facts(), EngineFacts.UNKNOWN, settings.current())
                .profile();
    }

    private String chosen() {
        return settings.current().profile().map(ResourceProfileController::name).orElse(AUTO);
    }

    private static List<String> names() {
        return Arrays.stream(ResourceProfile.values())
                .map(ResourceProfileController::name)
                .toList();
    }

    private static String name(ResourceProfile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(
                Problem.INVALID_REQUEST,
                "there is no resource profile '%s'".formatted(name),
                Spelling.nearest(name, names())
                        .map("did you mean %s?"::formatted)
                        .orElse("choose one of auto, " + String.join(", ", names())));
    }
}
