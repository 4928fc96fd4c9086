package media.usenet.rehearsal;

/// How a service fared on its copy.
///
/// @param because one sentence
public record Outcome(String service, Verdict verdict, String because) {

    public enum Verdict {
        /// It started on the copy and says itself that it is well.
        WELL,
        /// It does not get well on the copy, and does on an empty folder.
        UNWELL,
        /// Nothing is known of it.
        NOT_TRIED
    }

    static Outcome notTried(String service, String because) {
        return new Outcome(service, Verdict.NOT_TRIED, because);
    }
}
