package media.usenet.picture;

import java.util.List;

/// How the pictures of two films relate. Every answer has the frames that it rests on.
public sealed interface Similarity {

    /// The frames that were laid side by side, in the order of the first film's time; those that differ too.
    List<Match> evidence();

    /// The same film from beginning to end, but for what is cut off before and after.
    record Copy(Stretch stretch, List<Match> evidence) implements Similarity {

        public Copy {
            evidence = List.copyOf(evidence);
        }
    }

    /// The same film, and one has what the other lacks in between: another cut. Never one to delete for the
    /// other.
    ///
    /// @param stretches what both have, in order
    /// @param onlyInFirst what the second lacks, between two stretches
    /// @param onlyInSecond what the first lacks, between two stretches
    record Edition(List<Stretch> stretches, List<Span> onlyInFirst, List<Span> onlyInSecond, List<Match> evidence)
            implements Similarity {

        public Edition {
            stretches = List.copyOf(stretches);
            onlyInFirst = List.copyOf(onlyInFirst);
            onlyInSecond = List.copyOf(onlyInSecond);
            evidence = List.copyOf(evidence);
        }
    }

    /// One is a piece of the other: a clip, a trailer of one piece, a sample, one part of two, one episode
    /// of two.
    ///
    /// @param piece which of the two is the piece
    /// @param where it lies in the other
    record Clip(Which piece, Span where, Stretch stretch, List<Match> evidence) implements Similarity {

        public Clip {
            evidence = List.copyOf(evidence);
        }
    }

    /// They share a short part and are otherwise different: episodes with the same intro.
    record SameSeries(List<Stretch> shared, List<Match> evidence) implements Similarity {

        public SameSeries {
            shared = List.copyOf(shared);
            evidence = List.copyOf(evidence);
        }
    }

    /// Nothing of one was found in the other.
    record Different(String because, List<Match> evidence) implements Similarity {

        public Different {
            evidence = List.copyOf(evidence);
        }
    }

    /// Not known: a picture could not be read. Never to be taken for different, nor for the same.
    record Unknown(String because) implements Similarity {

        @Override
        public List<Match> evidence() {
            return List.of();
        }
    }

    enum Which {
        FIRST,
        SECOND
    }
}
