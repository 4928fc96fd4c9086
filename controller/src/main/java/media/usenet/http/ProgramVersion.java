package media.usenet.http;

import java.util.Optional;

/// Which version of this program runs.
///
/// @param api the version of the paths
public record ProgramVersion(String version, String api) {

    public static ProgramVersion ofThisProgram() {
        var built = ProgramVersion.class.getPackage().getImplementationVersion();
        return new ProgramVersion(Optional.ofNullable(built).orElse("development"), "v1");
    }
}
