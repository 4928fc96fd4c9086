package media.usenet.commands;

/// What an option stands for.
enum Side {
    INPUT("an input"),
    OUTPUT("an output"),
    GLOBAL("the whole command"),
    IGNORED("nothing: it is ours to say");

    private final String told;

    Side(String told) {
        this.told = told;
    }

    String told() {
        return told;
    }
}
