package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// `usenet storage pool`: several drives as one tree, by mergerfs.
final class StoragePool implements Command {

    @Override
    public Manual manual() {
        return new Manual("pool", "several drives as one tree (mergerfs): show it, make it, change it")
                .about(
                        "ACTION is show (the usual), create SLOT..., add SLOT, drop SLOT, policy NAME, balance, drain SLOT,"
                                + " give-up, which ends a balance or drain that waits for a drive, or destroy, which"
                                + " asks first. Each file lies whole on one drive, and a hard link needs both"
                                + " of its names on one drive. Never for configuration or databases.")
                .words(
                        "[ACTION [SLOT...]]",
                        "0..*",
                        "show",
                        "create",
                        "add",
                        "drop",
                        "policy",
                        "balance",
                        "drain",
                        "give-up",
                        "destroy")
                .option(
                        PoolAct.POLICY_NAME,
                        "NAME",
                        "create: which drive a new file goes to: mfs, epmfs ...",
                        "mfs",
                        "epmfs",
                        "lfs",
                        "ff")
                .option(PoolAct.MIN_FREE, "SIZE", "create, policy: what stays free on each drive: 20G")
                .option(PoolAct.PERCENT, "N", "balance: how far the drives may differ in fullness (2)")
                .example("usenet storage pool create films series --min-free 50G", "two drives as one tree")
                .example("usenet storage pool drain films", "moves all that is on one to the others, verified")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var all = given.words();
        var act = PoolAct.of(all.isEmpty() ? PoolAct.SHOW.word() : all.getFirst());
        var words = all.isEmpty() ? all : all.subList(1, all.size());
        act.check(given, words);
        return switch (act) {
            case SHOW -> StoragePoolView.show(session);
            case CREATE ->
                post(
                        session,
                        "",
                        "slots",
                        words,
                        "createPolicy",
                        given.text(PoolAct.POLICY_NAME),
                        "minFreeBytes",
                        minFree(given));
            case ADD -> post(session, "/branches", "slot", words.getFirst());
            case DROP -> StorageChange.delete(session, "/pool/branches/" + Query.escaped(words.getFirst()));
            case POLICY -> post(session, "/policy", "createPolicy", words.getFirst(), "minFreeBytes", minFree(given));
            case BALANCE -> post(session, "/balance", "percent", percent(given));
            case DRAIN -> post(session, "/drain", "slot", words.getFirst());
            case GIVE_UP -> StorageChange.post(session, "/pool/give-up", null);
            case DESTROY -> destroy(session);
        };
    }

    private static int post(Session session, String place, @Nullable Object... pairs) {
        return StorageChange.post(session, "/pool" + place, JsonWriting.object(pairs));
    }

    private static @Nullable Long minFree(Given given) {
        var text = given.text(PoolAct.MIN_FREE);
        return text == null ? null : Amount.bytes(PoolAct.MIN_FREE, text);
    }

    private static long percent(Given given) {
        var text = given.text(PoolAct.PERCENT);
        return text == null ? 2 : Amount.number(PoolAct.PERCENT, text);
    }

    private static int destroy(Session session) {
        if (!session.dryRun() && !session.yes()) {
            Confirmation.ask(
                    session,
                    "pool destroy takes the union away from every service; the files stay on their drives",
                    PoolAct.COMMAND + " destroy --yes");
        }
        return StorageChange.delete(session, "/pool");
    }
}
