package media.usenet.holders;

/// How a container binds the pool, and with that, whether drives that come later appear in it.
public enum PoolView {
    RSLAVE(true, "bound with rslave"),
    RSHARED(true, "bound with rshared"),
    RPRIVATE(false, "bound with rprivate: drives that come later stay invisible until it is made anew"),
    /// It holds the folder below the guard, or a guard that is gone.
    EARLIER(false, "older than the pool's guard, and what it shows is not the pool any more");

    private final boolean sees;
    private final String because;

    PoolView(boolean sees, String because) {
        this.sees = sees;
        this.because = because;
    }

    public boolean sees() {
        return sees;
    }

    public String because() {
        return because;
    }
}
