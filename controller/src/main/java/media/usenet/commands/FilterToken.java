package media.usenet.commands;

/// One token of FFmpeg's filter syntax, as its `av_get_token` reads it: up to a terminator, with `'...'` and
/// `\x` taken off and the white space around it left out.
///
/// @param end where it ends: at the terminator, or behind the text
record FilterToken(String text, int end) {

    private static final String SPACE = " \n\t\r";

    static FilterToken read(String from, int start, String terminators) {
        int at = skipSpace(from, start);
        var token = new StringBuilder();
        int kept = 0;
        while (at < from.length() && terminators.indexOf(from.charAt(at)) < 0) {
            char next = from.charAt(at++);
            if (next == '\\' && at < from.length()) {
                token.append(from.charAt(at++));
                kept = token.length();
            } else if (next == '\'') {
                int close = from.indexOf('\'', at);
                int end = close < 0 ? from.length() : close;
                token.append(from, at, end);
                at = close < 0 ? end : end + 1;
                kept = token.length();
            } else {
                token.append(next);
            }
        }
        return new FilterToken(trimEnd(token, kept), at);
    }

    static int skipSpace(String text, int start) {
        int at = start;
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String trimEnd(StringBuilder token, int kept) {
        int end = token.length();
        while (end > kept && SPACE.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }
}
