package media.usenet.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import media.usenet.archive.EntryRules.Limits;
import media.usenet.archive.Manifest.Entry;
import media.usenet.problem.Flaw;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// One way through an archive, entry by entry, and what was found wrong on it.
final class Reading {

    private static final String REFUSED = "refused";
    private static final String DAMAGED = "damaged";

    private final @Nullable Path folder;
    private final Predicate<String> wanted;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Entry> missing = new LinkedHashMap<>();
    private EntryRules rules;
    private boolean promised;
    private long wantedBytes;

    /// @param folder null where nothing is to be unpacked
    /// @param limits for as long as no manifest tells of others
    Reading(@Nullable Path folder, Predicate<String> wanted, Limits limits) {
        this.folder = folder;
        this.wanted = wanted;
        this.rules = new EntryRules(limits);
    }

    static boolean isRefusal(Flaw flaw) {
        return flaw.key().equals(REFUSED);
    }

    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /// How many bytes the wanted entries say they have.
    long wantedBytes() {
        return wantedBytes;
    }

    void expect(Optional<Manifest> manifest) {
        manifest.ifPresent(present -> {
            promised = true;
            rules = new EntryRules(Limits.of(present));
            present.entries().forEach(entry -> missing.put(entry.path(), entry));
        });
    }

    void brokeOff(String file, String why) {
        flaws.add(new Flaw(file, DAMAGED, "cannot be read to its end: " + why));
    }

    void all(TarArchiveInputStream tar, @Nullable TarArchiveEntry first, LongConsumer onBytes) throws IOException {
        long bytes = 0;
        for (var entry = first; entry != null && !rules.exhausted(); entry = tar.getNextEntry()) {
            var facts = EntryFacts.of(entry);
            // The folder that was packed, as `tar` writes it.
            if (!facts.name().isEmpty() || facts.type() != EntryFacts.Type.FOLDER) {
                if (!entry.isCheckSumOK()) {
                    flaws.add(new Flaw(printable(facts.name()), DAMAGED, "has a header that is damaged"));
                }
                one(tar, facts);
                bytes += Math.max(0, facts.size());
                onBytes.accept(bytes);
            }
        }
        missing.keySet().forEach(path -> flaws.add(new Flaw(path, DAMAGED, "is in the manifest, not in the archive")));
    }

    private void one(TarArchiveInputStream tar, EntryFacts facts) throws IOException {
        var path = facts.path();
        var entry = missing.remove(path);
        var refusal = rules.refusal(facts)
                .or(() -> promised && entry == null
                        ? Optional.of("is in the archive, not in its manifest")
                        : Optional.empty());
        if (refusal.isPresent()) {
            flaws.add(new Flaw(printable(facts.name()), REFUSED, refusal.get()));
            return;
        }
        wantedBytes += wanted.test(path) ? facts.size() : 0;
        new Unpacking(facts, folder != null && wanted.test(path) ? folder.resolve(path) : null)
                .run(tar, Optional.ofNullable(entry))
                .ifPresent(message -> flaws.add(new Flaw(path, DAMAGED, message)));
    }

    private static String printable(String name) {
        return name.codePoints()
                .mapToObj(
                        point -> Character.isISOControl(point) ? "\\u%04x".formatted(point) : Character.toString(point))
                .reduce("", String::concat);
    }
}
