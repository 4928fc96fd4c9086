package media.usenet.cli;

/// The controller's token and where it was found. Its text is shown to the controller alone.
record Token(String secret, String source) {

    Token {
        if (secret.isEmpty() || !secret.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
            throw new CliProblem(
                    Exit.FAILED,
                    "TOKEN_INVALID",
                    source + " does not hold a token",
                    "a token is one word; restart the controller to have its file written anew");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
