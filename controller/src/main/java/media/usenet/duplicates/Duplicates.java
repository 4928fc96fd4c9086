package media.usenet.duplicates;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import media.usenet.duplicates.PlanBook.Kept;
import media.usenet.duplicates.PlanBook.State;
import media.usenet.duplicates.Survey.FoundGroup;
import media.usenet.event.EventLog;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.library.Library;
import media.usenet.library.LibraryFile;
import media.usenet.mover.SlotSource;
import media.usenet.picture.Similarity;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Act;
import media.usenet.trash.ActOutcome;
import media.usenet.trash.ActOutcome.Became;
import media.usenet.trash.Plan;
import media.usenet.trash.Question;
import media.usenet.trash.Seen;
import media.usenet.trash.Trash;

/// Everything that can be asked of duplicates: found, explained, planned, applied by name, undone, emptied.
final class Duplicates {

    private final Library library;
    private final Supplier<Scan> scans;
    private final Looks looks;
    private final Told told;
    private final PlanBook book;
    private final Plans plans;
    private final Trash trash;
    private final Watching watching;
    private final SlotSource places;
    private final Operations operations;
    private final EventLog<DuplicateEvent> events;
    private final InstantSource clock;

    Duplicates(
            Library library,
            Supplier<Scan> scans,
            Looks looks,
            Told told,
            PlanBook book,
            Plans plans,
            Trash trash,
            Watching watching,
            SlotSource places,
            Operations operations,
            EventLog<DuplicateEvent> events,
            InstantSource clock) {
        this.library = library;
        this.scans = scans;
        this.looks = looks;
        this.told = told;
        this.book = book;
        this.plans = plans;
        this.trash = trash;
        this.watching = watching;
        this.places = places;
        this.operations = operations;
        this.events = events;
        this.clock = clock;
    }

    Operation scan(boolean pictures) {
        return operations.start("duplicates.scan", tell -> {
            settle();
            var survey = scans.get().run(pictures, tell);
            book.keep(survey);
            tell.accept(Step.of("groups", "%d groups".formatted(survey.groups().size())));
            return Result.of(List.of("%d groups".formatted(survey.groups().size())));
        });
    }

    /// Gives what a kill left between its place and the trash its place back, on the drives that are there, and
    /// carries what was watched of what is in it. Not while a plan is applied: what it is about to take has
    /// stayed so far.
    synchronized void settle() {
        trash.settle();
        watching.settle();
    }

    /// @throws ProblemException `DUPLICATES_NOT_SCANNED`
    Survey survey() {
        return book.survey()
                .orElseThrow(() -> new ProblemException(
                        Problem.DUPLICATES_NOT_SCANNED,
                        "nobody has looked for duplicates yet",
                        "let it: usenet media duplicates scan"));
    }

    /// @throws ProblemException `DUPLICATE_GROUP_NOT_FOUND`
    FoundGroup group(String id) {
        return survey().groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Plans.groupNotFound(id));
    }

    /// Lays the pictures of two files side by side, now, and remembers what was seen.
    Similarity compare(long first, long second) {
        var one = file(first);
        var other = file(second);
        try {
            var similarity = looks.compare(one, other);
            Looks.evidence(first, second, similarity).ifPresent(looked -> told.looked(one, other, looked));
            return similarity;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing", e);
        }
    }

    /// The same as a picture, a JPEG.
    ///
    /// @throws ProblemException `MEDIA_UNREADABLE` where one of them cannot be read now
    byte[] picture(long first, long second) {
        var similarity = compare(first, second);
        try {
            return looks.draw(file(first), file(second), similarity);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    LibraryFile file(long id) {
        return library.find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.MEDIA_NOT_FOUND,
                        "no file of the library has the number %d".formatted(id),
                        "see the numbers: usenet media duplicates show GROUP"));
    }

    Kept plan(Set<String> groups, boolean reflink, boolean dryRun) {
        return kept(plans.make(survey(), groups, reflink), dryRun);
    }

    /// @param retention what is in the trash for less than this stays
    /// @param plan of which alone; empty for all
    Kept planEmpty(Duration retention, String plan, boolean dryRun) {
        return kept(plans.makeEmpty(trash.contents(), retention, plan), dryRun);
    }

    private Kept kept(Kept plan, boolean dryRun) {
        if (!dryRun) {
            book.keep(plan);
        }
        return plan;
    }

    List<Kept> lastPlans(int most) {
        return book.last(most);
    }

    Kept plan(String id) {
        return book.find(id).with(watching.of(id));
    }

    Trash.Contents trash() {
        return trash.contents();
    }

    /// @throws ProblemException `DUPLICATE_PLAN_NOT_FOUND`, `OPERATION_RUNNING`
    Operation apply(String id, Set<Question> unasked) {
        var plan = book.find(id);
        return operations.start("duplicates.apply", tell -> {
            book.keep(plan.now(State.APPLYING, plan.outcomes()));
            return plan.entries().isEmpty() ? take(plan, unasked, tell) : empty(plan, tell);
        });
    }

    private synchronized Result take(Kept plan, Set<Question> unasked, Consumer<Step> tell) {
        var pure = new Plan(plan.id(), plan.made(), plan.pure());
        var outcomes = trash.apply(pure, unasked, watching.lastLook(plan.id()), tell);
        book.keep(plan.now(State.APPLIED, outcomes));
        each(plan, outcomes, act -> events.tell(taken(plan.id(), act)));
        return Watching.with(result(outcomes), watching.settle());
    }

    private synchronized Result empty(Kept plan, Consumer<Step> tell) {
        var watched = watching.settle();
        var outcomes = trash.empty(plan.entries(), tell);
        book.keep(plan.now(State.APPLIED, outcomes));
        for (int at = 0; at < outcomes.size(); at++) {
            var entry = plan.entries().get(at);
            if (outcomes.get(at).became() == Became.DONE) {
                events.tell(new DuplicateEvent.Emptied(
                        clock.instant(), entry.plan(), path(entry.act().loser())));
            }
        }
        return Watching.with(result(outcomes), watched);
    }

    /// @throws ProblemException `DUPLICATE_PLAN_NOT_FOUND`, `OPERATION_RUNNING`
    Operation undo(String id) {
        var plan = book.find(id);
        return operations.start("duplicates.undo", tell -> undo(plan, tell));
    }

    private synchronized Result undo(Kept plan, Consumer<Step> tell) {
        var outcomes = trash.undo(plan.id(), plan.pure(), tell);
        book.keep(plan.now(State.UNDONE, outcomes));
        var back = new ArrayList<Integer>();
        each(plan, outcomes, act -> {
            back.add(act.number());
            events.tell(restored(plan.id(), path(act.loser())));
        });
        watching.settle();
        return Watching.with(result(outcomes), watching.undo(plan.id(), back));
    }

    private static void each(Kept plan, List<ActOutcome> outcomes, Consumer<Act> work) {
        for (var outcome : outcomes) {
            if (outcome.became() == Became.DONE) {
                plan.pure().stream()
                        .filter(act -> act.number() == outcome.number())
                        .forEach(work);
            }
        }
    }

    private DuplicateEvent restored(String plan, Path file) {
        return new DuplicateEvent.Restored(clock.instant(), plan, file, WorkIds.of(file));
    }

    private DuplicateEvent taken(String plan, Act act) {
        var file = path(act.loser());
        var kept = path(act.kept());
        return act.kind() == Act.Kind.TRASH
                ? new DuplicateEvent.Taken(
                        clock.instant(),
                        plan,
                        file,
                        WorkIds.of(file),
                        kept,
                        WorkIds.of(kept),
                        act.claim() == Act.Claim.IDENTICAL)
                : new DuplicateEvent.Linked(clock.instant(), plan, file, kept);
    }

    private Path path(Seen seen) {
        return path(places, seen);
    }

    static Path path(SlotSource places, Seen seen) {
        return places.find(seen.slot())
                .map(slot -> slot.path().resolve(seen.name()))
                .orElseGet(() -> Path.of("/", seen.slot(), seen.name()));
    }

    private static Result result(List<ActOutcome> outcomes) {
        var done = outcomes.stream()
                .filter(outcome -> outcome.became() == Became.DONE)
                .map(outcome -> outcome.slot() + "/" + outcome.name())
                .toList();
        var rest = outcomes.stream()
                .filter(outcome -> outcome.became() != Became.DONE)
                .toList();
        if (rest.isEmpty()) {
            return Result.of(done);
        }
        var first = rest.getFirst();
        return Result.inPart(
                done,
                rest.stream()
                        .map(outcome -> outcome.slot() + "/" + outcome.name())
                        .toList(),
                new ProblemException(
                        Problem.DUPLICATES_LEFT,
                        "%d of %d files were left as they are; %s/%s: %s"
                                .formatted(rest.size(), outcomes.size(), first.slot(), first.name(), first.because()),
                        "see each with its reason: usenet media duplicates show PLAN"));
    }

    /// Remembers that none of these files is a duplicate of another.
    List<String> ignore(List<Long> ids, boolean forget) {
        var files = ids.stream().map(this::file).toList();
        var paths = new ArrayList<String>();
        for (int first = 0; first < files.size(); first++) {
            paths.add(files.get(first).path().toString());
            for (int second = first + 1; second < files.size(); second++) {
                if (forget) {
                    told.forget(files.get(first), files.get(second));
                } else {
                    told.ignore(files.get(first), files.get(second));
                }
            }
        }
        return paths;
    }

    EventLog<DuplicateEvent> events() {
        return events;
    }
}
