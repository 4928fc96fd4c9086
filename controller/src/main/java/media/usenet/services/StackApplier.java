package media.usenet.services;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand.Create;
import media.usenet.composer.ComposeCommand.Up;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.plan.Decision;
import media.usenet.plan.Decision.Bind;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.pool.Pool;
import media.usenet.pool.PoolLayout;
import media.usenet.pool.SharedTree;
import media.usenet.pool.SlotName;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackPreview.Action;
import media.usenet.services.StackPreview.ServicePreview;
import org.springframework.stereotype.Component;

/// Makes a plan real. Decides nothing: what is to be done is in the plan, and in what Compose finds changed.
@Component
final class StackApplier {

    private final Stack stack;
    private final GeneratedStack generated;
    private final ComposeJudge judge;
    private final SecretStore secrets;
    private final HostFolders folders;
    private final Pool pool;
    private final SharedTree trees;
    private final ImageFetch images;
    private final Compose compose;
    private final Arrival arrival;

    StackApplier(
            Stack stack,
            GeneratedStack generated,
            ComposeJudge judge,
            SecretStore secrets,
            HostFolders folders,
            Pool pool,
            SharedTree trees,
            ImageFetch images,
            Compose compose,
            Arrival arrival) {
        this.stack = stack;
        this.generated = generated;
        this.judge = judge;
        this.secrets = secrets;
        this.folders = folders;
        this.pool = pool;
        this.trees = trees;
        this.images = images;
        this.compose = compose;
        this.arrival = arrival;
    }

    /// The plan of this moment, if it can be applied.
    ///
    /// @throws ProblemException `PLAN_BLOCKED` with every blocker; what keeps the engine from answering;
    ///     `SERVICE_NOT_FOUND`
    Stack.Planned requireApplicable(Targets targets) {
        var planned = stack.read();
        if (!planned.plan().blockers().isEmpty()) {
            throw new ProblemException(
                    Problem.PLAN_BLOCKED,
                    "the plan cannot be applied",
                    "correct what is named, then try again; nothing was changed",
                    planned.plan().blockers());
        }
        planned.reading().unreachable().ifPresent(e -> {
            throw e;
        });
        targets.in(planned.plan());
        return planned;
    }

    Result apply(Stack.Planned planned, Targets targets, Consumer<Step> tell) {
        var names = planned.plan().withStartedBefore(targets.in(planned.plan()));
        var preview = stack.preview(planned, targets);
        var values = secrets.ensure(planned.plan().secrets());
        judge(planned, preview, values);
        prepare(planned, values);
        var missing = images.fetch(planned, names, tell);
        generated.accept(planned.file().text(), planned.plan());
        var wanted = without(missing, planned, names);
        recreate(planned, preview, wanted, tell);
        var trouble = preview.changes() == 0 ? Optional.<ProblemException>empty() : up(wanted, targets, tell);
        return arrival.await(wanted, names, trouble.or(() -> notPulled(missing)), tell);
    }

    /// Compose judges the new file first; only then, and when something of it can be started, it becomes the stack.
    private void judge(Stack.Planned planned, StackPreview preview, Map<String, String> values) {
        generated.writeEnvironment(values);
        // Where running containers turned out to be unchanged, Compose has just read this very file to compare them.
        boolean judged =
                preview.changes() == 0 && !planned.reading().containers().isEmpty();
        if (!judged) {
            judge.validate(planned.file());
        }
    }

    private void prepare(Stack.Planned planned, Map<String, String> values) {
        var root = planned.reading().facts().pool().root();
        treesBound(planned).forEach(tree -> {
            if (tree.equals(PoolLayout.tree(root))) {
                preparePool(planned, root);
            } else {
                trees.prepare(tree);
            }
        });
        folders.prepare(planned.plan(), values);
    }

    /// Folders right in the pool are slots: nothing but the pool itself can make them.
    private void preparePool(Stack.Planned planned, Path root) {
        pool.prepare(root);
        planned.plan().folders().stream()
                .map(Folder::path)
                .filter(folder -> PoolLayout.tree(root).equals(folder.getParent()))
                .forEach(folder -> pool.slots(root).make(new SlotName(String.valueOf(folder.getFileName()))));
    }

    private static Set<Path> treesBound(Stack.Planned planned) {
        var sources = new TreeSet<Path>();
        for (var service : planned.plan().services()) {
            for (Decision decision : service.decisions()) {
                if (decision instanceof Bind bind && bind.propagation().isPresent()) {
                    sources.add(Path.of(bind.source()));
                }
            }
        }
        return sources;
    }

    /// The services that can start although some images are missing: those that wait for none of them.
    private static List<String> without(Map<String, String> missing, Stack.Planned planned, Set<String> names) {
        return names.stream()
                .filter(name -> !missing.containsKey(name))
                .filter(name -> Collections.disjoint(planned.plan().startedBefore(name), missing.keySet()))
                .toList();
    }

    /// Makes changed services anew, one by one, before anything starts: in one go with the others, Compose would make
    /// everything anew that waits for a changed one. Not needed where nothing unchanged waits for one.
    private void recreate(Stack.Planned planned, StackPreview preview, List<String> wanted, Consumer<Step> tell) {
        var changed = named(preview, Action.RECREATE);
        changed.retainAll(wanted);
        var bystanders = named(preview, Action.NONE).stream()
                .filter(name -> !Collections.disjoint(planned.plan().startedBefore(name), changed))
                .toList();
        if (!bystanders.isEmpty()) {
            changed.stream()
                    .sorted(Comparator.comparing(
                            name -> planned.plan().startedBefore(name).size()))
                    .forEach(name -> compose.run(
                            judge.project(), new Create(name), progress -> tell.accept(ImageFetch.step(progress))));
        }
    }

    private static Set<String> named(StackPreview preview, Action action) {
        return preview.services().stream()
                .filter(service -> service.action() == action)
                .map(ServicePreview::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @return why not all could be started, if so
    private Optional<ProblemException> up(List<String> wanted, Targets targets, Consumer<Step> tell) {
        try {
            compose.run(
                    judge.project(),
                    new Up(wanted, true, targets.all()),
                    progress -> tell.accept(ImageFetch.step(progress)));
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.problem() != Problem.COMPOSE_FAILED) {
                throw e;
            }
            // One that is unwell must not keep the others down: start them without waiting for it.
            compose.run(judge.project(), new Up(wanted, false, false));
            return Optional.of(e);
        }
    }

    private static Optional<ProblemException> notPulled(Map<String, String> missing) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProblemException(
                Problem.IMAGE_NOT_PULLED,
                "these images could not be fetched: " + String.join(", ", new TreeSet<>(missing.values())),
                "check the connection to their registries, then run: usenet services up"));
    }
}
