package media.usenet.naming;

/// A run of letters and digits of one kind of script.
///
/// @param start where it begins in the name
/// @param end where it has ended
/// @param bracket which of the outermost brackets it is in, counted from 1; 0 for none
record Token(int start, int end, int bracket) {

    int length() {
        return end - start;
    }
}
