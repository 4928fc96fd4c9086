package media.usenet.publish;

/// The steps between which a process may die. Tests end it there; otherwise nothing happens.
public interface FailPoints {

    FailPoints NONE = _ -> {};

    void reach(String step);
}
