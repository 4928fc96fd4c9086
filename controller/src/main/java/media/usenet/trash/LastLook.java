package media.usenet.trash;

/// A door: whoever wants to know something of a file before it is taken. Asked when all is proved and both
/// files are at their places; what it throws leaves the file there.
public interface LastLook {

    void at(Act act);

    static LastLook none() {
        return _ -> {};
    }
}
