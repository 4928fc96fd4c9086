package media.usenet.smart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.Hanging;
import media.usenet.smart.SmartReport.NoAnswer;
import media.usenet.smart.SmartReport.NotInstalled;

/// The program smartctl. Safe to call from several threads at once.
public final class Smartctl {

    static final String INSTALL = "install smartmontools (Debian: apt install smartmontools)";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProcessRunner programs;
    private final BridgeTypes types = new BridgeTypes();

    public enum Length {
        SHORT,
        LONG
    }

    public Smartctl(ProcessRunner programs) {
        this.programs = programs;
    }

    /// Asks the drive how it fares, without waking it. Blocks for as long as the drive takes, but no longer than 20 s,
    /// and 20 s for each type of bridge that is tried.
    public SmartReport read(SmartTarget target) {
        var known = types.of(target);
        if (known.isPresent()) {
            var report = ask(target, known);
            if (!(report instanceof NoAnswer)) {
                return report;
            }
            // The drive moved to another enclosure.
            types.forget(target);
        }
        var report = ask(target, Optional.empty());
        return target.behindUsb() && report instanceof NoAnswer ? throughBridge(target, report) : report;
    }

    /// `-a` and no more: longer reports need 48-bit commands, on which cheap bridges hang.
    private SmartReport ask(SmartTarget target, Optional<String> type) {
        var argv = argv(target, type, "--json=c", "-n", "standby", "-a");
        return switch (programs.run(Command.of(PATIENCE, argv))) {
            case Outcome.Exited exited -> SmartctlOutput.read(exited.stdout(), exited.code());
            case Outcome.TimedOut timedOut -> new Hanging(timedOut.after());
            case Outcome.NotFound _ -> new NotInstalled();
        };
    }

    private SmartReport throughBridge(SmartTarget target, SmartReport first) {
        for (var type : BridgeTypes.ALL) {
            var report = ask(target, Optional.of(type));
            if (report instanceof Answered) {
                types.worked(target, type);
            }
            if (settles(report)) {
                return report;
            }
        }
        return new NoAnswer(
                "%s; nor does it answer as any of %s".formatted(first.because(), String.join(" ", BridgeTypes.ALL)));
    }

    /// smartctl says SLEEP of any drive that refuses to tell its power mode, as an NVMe drive asked by `-d sat` does.
    private static boolean settles(SmartReport report) {
        return switch (report) {
            case Answered _, Hanging _, NotInstalled _ -> true;
            case Asleep asleep -> !asleep.because().contains("SLEEP");
            case NoAnswer _ -> false;
        };
    }

    /// Starts a self-test, which goes on in the drive while it works. Wakes a drive that sleeps.
    ///
    /// @throws ProblemException `SMARTCTL_MISSING`; `SELF_TEST_NOT_STARTED`
    public void selfTest(SmartTarget target, Length length) {
        if (target.behindUsb() && types.of(target).isEmpty()) {
            // Finds out by which type the drive is to be asked.
            read(target);
        }
        var argv =
                argv(target, types.of(target), "--json=co", "-t", length.name().toLowerCase(Locale.ROOT));
        switch (programs.run(Command.of(PATIENCE, argv))) {
            case Outcome.Exited exited ->
                SelfTestStart.refusal(exited.stdout(), exited.code()).ifPresent(refusal -> {
                    throw notStarted(target, refusal.because(), refusal.remedy());
                });
            case Outcome.TimedOut _ -> throw notStarted(target, "the drive does not answer", "check its cable");
            case Outcome.NotFound _ ->
                throw new ProblemException(Problem.SMARTCTL_MISSING, "smartctl is not installed", INSTALL);
        }
    }

    private static List<String> argv(SmartTarget target, Optional<String> type, String... arguments) {
        var argv = new ArrayList<String>();
        argv.add("smartctl");
        argv.addAll(List.of(arguments));
        type.ifPresent(known -> argv.addAll(List.of("-d", known)));
        argv.add(target.path().toString());
        return argv;
    }

    private static ProblemException notStarted(SmartTarget target, String why, String remedy) {
        return new ProblemException(
                Problem.SELF_TEST_NOT_STARTED,
                "no self-test was started on %s: %s".formatted(target.name(), why),
                remedy);
    }
}
