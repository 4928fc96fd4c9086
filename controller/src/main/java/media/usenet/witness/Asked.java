package media.usenet.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Question;
import media.usenet.trash.Use;
import media.usenet.trash.Witness;

/// One question, put to every application of the stack that can know: all of them must have said no.
final class Asked implements Witness {

    /// An answer is one of a moment: what begins within it is caught by the kernel, which knows who has a file open.
    private static final Duration ANSWER_HOLDS = Duration.ofSeconds(3);

    /// A file that an application uses.
    ///
    /// @param by who or what uses it, for people
    /// @param path as the application sees it
    /// @param bytes once it is whole; -1 where that is not told
    record Used(String by, String path, long bytes) {}

    /// An application of the stack.
    ///
    /// @param files how its paths are read here
    /// @param used asks it; `SERVICE_NOT_RUNNING` where it does not answer
    record Application(String service, ContainerFiles files, Supplier<List<Used>> used) {}

    private record Answer(List<Used> used, long nanos) {}

    private final Question question;
    private final Supplier<List<Application>> applications;
    private final LongSupplier nanos;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /// @param applications those that are in the stack now
    /// @param nanos what time it is, for spans
    Asked(Question question, Supplier<List<Application>> applications, LongSupplier nanos) {
        this.question = question;
        this.applications = applications;
        this.nanos = nanos;
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Use use(Path file) {
        try {
            var all = applications.get();
            return all.isEmpty() ? new Use.Unknown("no application of the stack answers that") : use(file, all);
        } catch (ProblemException e) {
            return new Use.Unknown(e.detail());
        }
    }

    private Use use(Path file, List<Application> all) {
        Use known = new Use.Free();
        for (var application : all) {
            switch (use(file, application)) {
                case Use.Busy busy -> {
                    return busy;
                }
                case Use.Unknown unknown -> known = unknown;
                case Use.Free _ -> {}
            }
        }
        return known;
    }

    private Use use(Path file, Application application) {
        try {
            long bytes = Files.size(file);
            for (var used : answer(application)) {
                if (could(used, bytes, file) && application.files().same(used.path(), file)) {
                    return new Use.Busy("%s, %s".formatted(application.service(), used.by()));
                }
            }
            return new Use.Free();
        } catch (ProblemException e) {
            return new Use.Unknown(e.detail());
        } catch (IOException e) {
            return new Use.Unknown("the files of %s cannot be looked at: %s".formatted(application.service(), e));
        }
    }

    private static boolean could(Used used, long bytes, Path file) {
        return used.bytes() < 0 || used.bytes() == bytes || used.path().endsWith("/" + file.getFileName());
    }

    private List<Used> answer(Application application) {
        var known = answers.get(application.service());
        if (known != null && nanos.getAsLong() - known.nanos() < ANSWER_HOLDS.toNanos()) {
            return known.used();
        }
        var used = application.used().get();
        answers.put(application.service(), new Answer(used, nanos.getAsLong()));
        return used;
    }
}
