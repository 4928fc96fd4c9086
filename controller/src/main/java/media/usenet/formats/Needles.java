package media.usenet.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import media.usenet.formats.Term.Anything;
import media.usenet.formats.Term.Chain;
import media.usenet.formats.Term.Choice;
import media.usenet.formats.Term.Group;
import media.usenet.formats.Term.Letter;
import media.usenet.formats.Term.Letters;
import media.usenet.formats.Term.Look;
import media.usenet.formats.Term.Mark;
import media.usenet.formats.Term.Repeat;

/// Texts one of which must be in whatever an expression matches, so that it need not be tried on others.
///
/// @param exact in small letters, all that the expression takes; empty when they are many or unknown
/// @param needed one of these is in all that it takes; empty when nothing is known
record Needles(Set<String> exact, Set<String> needed) {

    private static final int MOST = 48;
    private static final Needles UNKNOWN = new Needles(Set.of(), Set.of());
    private static final Needles NOTHING_TAKEN = new Needles(Set.of(""), Set.of());

    static Needles of(Term term) {
        return switch (term) {
            case Letter letter -> exactly(Set.of(String.valueOf(DotNetText.small(letter.letter()))));
            case Letters letters -> letters(letters);
            case Mark _ -> NOTHING_TAKEN;
            case Anything _ -> UNKNOWN;
            case Group group -> of(group.inner());
            case Look look ->
                look.wanted() ? new Needles(Set.of(""), of(look.inner()).best()) : NOTHING_TAKEN;
            case Repeat repeat -> repeated(repeat);
            case Chain chain -> chained(chain.parts());
            case Choice choice -> either(choice.branches());
        };
    }

    /// One of these must be there; empty when the expression has to be tried always.
    Set<String> best() {
        return better(exact, needed);
    }

    private static Needles exactly(Set<String> texts) {
        return texts.size() > MOST ? UNKNOWN : new Needles(texts, Set.of());
    }

    private static Needles letters(Letters letters) {
        var texts = new HashSet<String>();
        letters.members().forEach(member -> texts.add(String.valueOf(member)));
        return exactly(texts);
    }

    private static Needles repeated(Repeat repeat) {
        var inner = of(repeat.inner());
        if (repeat.least() == 0 && repeat.most() == 1 && !inner.exact.isEmpty()) {
            var texts = new HashSet<>(inner.exact);
            texts.add("");
            return exactly(texts);
        }
        return repeat.least() == 1 && repeat.most() == 1
                ? inner
                : new Needles(Set.of(), repeat.least() == 0 ? Set.of() : inner.best());
    }

    private static Needles either(List<Term> branches) {
        var all = branches.stream().map(Needles::of).toList();
        var exact = new HashSet<String>();
        var needed = new HashSet<String>();
        boolean everyExact = true;
        for (var one : all) {
            var best = one.best();
            if (one.exact.isEmpty() && best.isEmpty()) {
                return UNKNOWN;
            }
            everyExact &= !one.exact.isEmpty();
            exact.addAll(one.exact);
            needed.addAll(best);
        }
        boolean useless = all.stream().anyMatch(one -> one.best().isEmpty());
        return new Needles(everyExact && exact.size() <= MOST ? exact : Set.of(), useless ? Set.of() : needed);
    }

    /// Neighbours are joined as long as they are few: `5`, `[ .]`, `[0-1]` are `5 0`, `5.0`, `5 1`, `5.1`.
    private static Needles chained(List<Term> parts) {
        Set<String> joined = Set.of("");
        Set<String> needed = Set.of();
        boolean whole = true;
        for (var part : parts) {
            var one = of(part);
            needed = better(needed, one.needed);
            if (one.exact.isEmpty() || joined.size() * one.exact.size() > MOST) {
                needed = better(needed, joined);
                whole = false;
                joined = one.exact.isEmpty() ? Set.of("") : one.exact;
            } else {
                joined = product(joined, one.exact);
            }
        }
        return new Needles(whole ? joined : Set.of(), whole ? needed : better(needed, joined));
    }

    private static Set<String> product(Set<String> first, Set<String> then) {
        if (then.size() == 1 && then.contains("")) {
            return first;
        }
        var all = new ArrayList<String>(first.size() * then.size());
        first.forEach(head -> then.forEach(tail -> all.add(head + tail)));
        return new HashSet<>(all);
    }

    private static Set<String> better(Set<String> some, Set<String> others) {
        int here = shortest(some);
        int there = shortest(others);
        return here > there || (here == there && some.size() <= others.size()) ? usable(some) : usable(others);
    }

    private static Set<String> usable(Set<String> texts) {
        return shortest(texts) == 0 ? Set.of() : texts;
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
