package media.usenet.quality;

import java.util.List;

/// What is recommended for one copy, and why.
///
/// @param because for people, the weightiest first
public record Recommendation(Candidate candidate, Score score, Verdict verdict, List<String> because) {

    public Recommendation {
        because = List.copyOf(because);
    }
}
