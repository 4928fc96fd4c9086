package media.usenet.jobs;

/// The steps between which a process may die. Tests end it there; otherwise nothing happens.
interface FailPoints {

    FailPoints NONE = _ -> {};

    void reach(String step);
}
