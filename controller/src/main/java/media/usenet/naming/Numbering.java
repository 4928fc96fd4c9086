package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;

/// Which parts of a series: empty lists where the name does not say.
///
/// @param absolutes episodes counted through all seasons
/// @param halves specials between two episodes, by the one before: 17 for `17.5`
public record Numbering(List<Integer> seasons, List<Integer> episodes, List<Integer> absolutes, List<Integer> halves) {

    static final Numbering NONE = new Numbering(List.of(), List.of(), List.of());

    /// A range of more is a typing error or an attack: the longest-running series has aired some 20,000.
    static final int LONGEST = 2_000;

    public Numbering {
        seasons = List.copyOf(seasons);
        episodes = List.copyOf(episodes);
        absolutes = List.copyOf(absolutes);
        halves = List.copyOf(halves);
    }

    Numbering(List<Integer> seasons, List<Integer> episodes, List<Integer> absolutes) {
        this(seasons, episodes, absolutes, List.of());
    }

    static Numbering seasons(List<Integer> seasons) {
        return new Numbering(seasons, List.of(), List.of());
    }

    static Numbering episodes(List<Integer> episodes) {
        return new Numbering(List.of(), episodes, List.of());
    }

    static Numbering half(int episode) {
        return new Numbering(List.of(), List.of(), List.of(), List.of(episode));
    }

    /// Both ends and what is between them; both ends alone where that cannot be meant.
    static List<Integer> range(int first, int last) {
        var numbers = new ArrayList<Integer>();
        boolean meant = last >= first && last - first <= LONGEST;
        if (!meant) {
            return first == last ? List.of(first) : List.of(first, last);
        }
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    boolean isEmpty() {
        return seasons.isEmpty() && episodes.isEmpty() && absolutes.isEmpty() && halves.isEmpty();
    }

    /// This, and from the other whatever this does not say.
    Numbering or(Numbering other) {
        return new Numbering(
                seasons.isEmpty() ? other.seasons : seasons,
                episodes.isEmpty() ? other.episodes : episodes,
                absolutes.isEmpty() ? other.absolutes : absolutes,
                halves.isEmpty() ? other.halves : halves);
    }
}
