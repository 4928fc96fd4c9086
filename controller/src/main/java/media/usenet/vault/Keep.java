package media.usenet.vault;

/// How many backups are kept of each kind: the newest of an hour, a day, a week, a month, a year.
public record Keep(int last, int daily, int weekly, int monthly, int yearly) {

    public static final Keep USUAL = new Keep(3, 7, 4, 6, 0);

    public boolean nothing() {
        return last + daily + weekly + monthly + yearly == 0;
    }
}
