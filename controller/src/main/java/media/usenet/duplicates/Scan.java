package media.usenet.duplicates;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import media.usenet.copies.Content;
import media.usenet.copies.HashMemory;
import media.usenet.copies.IdenticalFiles;
import media.usenet.copies.Proof;
import media.usenet.copies.SameBytes;
import media.usenet.duplicates.Survey.LeftOut;
import media.usenet.event.Step;
import media.usenet.formats.Guides;
import media.usenet.library.Library;
import media.usenet.library.LibraryFile;
import media.usenet.picture.Similarity;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.works.Evidence;
import media.usenet.works.Evidence.Looked;
import media.usenet.works.Group;
import media.usenet.works.Pair.Confidence;
import media.usenet.works.WorkFile;
import media.usenet.works.Works;
import media.usenet.works.Works.Sorted;
import org.jspecify.annotations.Nullable;

/// Looks through the library, the cheapest evidence first: names, then bytes, then, where it is asked for,
/// pictures.
final class Scan {

    private final Library library;
    private final IdenticalFiles identical;
    private final HashMemory memory;
    private final Told told;
    private final Looks looks;
    private final Nominees nominees;
    private final Guides guides;
    private final InstantSource clock;
    private final List<LeftOut> unread = new ArrayList<>();

    /// For one run.
    Scan(
            Library library,
            IdenticalFiles identical,
            HashMemory memory,
            Told told,
            Looks looks,
            Function<List<LeftOut>, Nominees> nominees,
            Guides guides,
            InstantSource clock) {
        this.library = library;
        this.identical = identical;
        this.memory = memory;
        this.told = told;
        this.looks = looks;
        this.nominees = nominees.apply(unread);
        this.guides = guides;
        this.clock = clock;
    }

    /// @param pictures whether files are laid side by side whose names agree, or whose indexes say that they may show
    ///     the same: a few seconds for each two
    Survey run(boolean pictures, Consumer<Step> tell) {
        var bodies = Bodies.of(library.present());
        tell.accept(Step.of(
                "library", "%d files, %d of them further names of others".formatted(bodies.names(), bodies.linked())));
        var works = new LinkedHashMap<Long, WorkFile>();
        bodies.all().forEach(file -> works.put(file.id(), WorkFiles.of(file)));
        var evidence = new ArrayList<Evidence>(told.of(bodies.all()));
        evidence.addAll(sameBytes(bodies, tell));
        var sorted = Works.sort(List.copyOf(works.values()), evidence);
        if (pictures) {
            evidence.addAll(look(bodies, sorted, tell));
            evidence.addAll(lookFurther(bodies, works, evidence, tell));
            sorted = Works.sort(List.copyOf(works.values()), evidence);
        }
        return new Surveyor(bodies, works, new GuideWeights(guides, bodies::file))
                .survey(sorted, unread, clock.instant());
    }

    private List<Evidence> sameBytes(Bodies bodies, Consumer<Step> tell) {
        var byPath = new LinkedHashMap<String, Long>();
        bodies.all().forEach(file -> byPath.put(file.path().toString(), file.id()));
        var found = identical.find(contents(bodies), Proof.HASHED, memory);
        found.findings()
                .forEach(finding -> unread.add(new LeftOut(finding.path().toString(), finding.because())));
        tell.accept(Step.of(
                "bytes", "%d groups of identical files".formatted(found.groups().size())));
        var evidence = new ArrayList<Evidence>();
        found.groups().forEach(group -> evidence.addAll(pairs(group, byPath)));
        return evidence;
    }

    private List<Content> contents(Bodies bodies) {
        var contents = new ArrayList<Content>();
        for (var file : bodies.all()) {
            try {
                contents.add(Bodies.content(file));
            } catch (IOException _) {
                unread.add(new LeftOut(file.path().toString(), "it is gone since the library's scan"));
            }
        }
        return contents;
    }

    private static List<Evidence> pairs(SameBytes group, Map<String, Long> byPath) {
        var ids = group.bodies().stream()
                .map(body -> byPath.get(body.names().getFirst().path().toString()))
                .toList();
        var pairs = new ArrayList<Evidence>();
        for (int first = 0; first < ids.size(); first++) {
            for (int second = first + 1; second < ids.size(); second++) {
                var one = ids.get(first);
                var other = ids.get(second);
                if (one != null && other != null) {
                    pairs.add(new Evidence.SameBytes(one, other));
                }
            }
        }
        return pairs;
    }

    /// Those of which names say that they are the same cut of a work, and which nobody has looked at yet.
    private List<Evidence> look(Bodies bodies, Sorted sorted, Consumer<Step> tell) {
        var open = sorted.groups().stream()
                .filter(group -> !group.kind().keepsAll())
                .map(Group::pairs)
                .flatMap(List::stream)
                .filter(pair -> pair.confidence().compareTo(Confidence.HIGH) < 0)
                .toList();
        var evidence = new ArrayList<Evidence>();
        for (var pair : open) {
            look(bodies.file(pair.first()), bodies.file(pair.second())).ifPresent(evidence::add);
            tell.accept(new Step(
                    "pictures",
                    bodies.file(pair.first()).path().getFileName().toString(),
                    (long) evidence.size(),
                    (long) open.size(),
                    "pairs"));
        }
        return evidence;
    }

    /// Those that names do not bring together. What was seen of one body of bytes holds for all files that have it.
    private List<Evidence> lookFurther(
            Bodies bodies, Map<Long, WorkFile> works, List<Evidence> known, Consumer<Step> tell) {
        var alike = Alike.of(known);
        var films = bodies.all().stream()
                .filter(file -> alike.first(file.id()) && comparable(works.get(file.id())))
                .toList();
        var open = nominees.among(films, tell).stream()
                .filter(pair -> known.stream()
                        .noneMatch(
                                one -> one.isOf(pair.first().id(), pair.second().id())))
                .toList();
        var evidence = new ArrayList<Evidence>();
        for (var pair : open) {
            look(pair.first(), pair.second()).ifPresent(seen -> evidence.addAll(alike.all(seen)));
            tell.accept(new Step(
                    "pictures",
                    pair.first().path().getFileName().toString(),
                    (long) evidence.size(),
                    (long) open.size(),
                    "pairs"));
        }
        return evidence;
    }

    private static boolean comparable(@Nullable WorkFile work) {
        return work != null && Works.comparable(work);
    }

    /// Empty where one of them cannot be decoded: that leaves the pair as it was.
    private Optional<Looked> look(LibraryFile first, LibraryFile second) {
        try {
            var similarity = looks.compare(first, second);
            var looked = Looks.evidence(first.id(), second.id(), similarity);
            looked.ifPresent(seen -> told.looked(first, second, seen));
            if (similarity instanceof Similarity.Unknown unknown) {
                unread.add(new LeftOut(first.path() + " and " + second.path(), unknown.because()));
            }
            return looked;
        } catch (ProblemException e) {
            if (e.problem() != Problem.MEDIA_UNREADABLE) {
                throw e;
            }
            unread.add(new LeftOut(first.path() + " and " + second.path(), e.detail()));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at pictures", e);
        }
    }
}
