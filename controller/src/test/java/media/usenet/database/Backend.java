package media.usenet.database;

import java.nio.file.Path;

/// The databases that tests of what stands on them run on.
public enum Backend {
    SQLITE {
        @Override
        public String address(Path folder) {
            return "sqlite://" + folder.resolve("controller.db");
        }
    },
    POSTGRESQL {
        @Override
        public String address(Path folder) {
            return PrivatePostgres.shared().newDatabase();
        }
    };

    /// What `DATABASE_URL` is to be for a new, empty database.
    public abstract String address(Path folder);
}
