package media.usenet.union;

/// The hold began, ended, or is for other drives than before.
record HoldChanged(Hold before, Hold now) {}
