package media.usenet.hardware;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the machine's files and the hardware profiles are. The components are texts, since Spring's conversion to a
/// `Path` would look for `/` on the class path first.
///
/// @param root the machine to look at: `/`, or a capture
/// @param profiles folder of the shipped profiles
/// @param userProfiles folder of the user's own; absent for none
@ConfigurationProperties("hardware")
record HardwareProperties(
        @DefaultValue("/") String root,
        @DefaultValue("hardware-profiles") String profiles,
        @Nullable String userProfiles) {

    Path rootPath() {
        return Path.of(root);
    }

    Path profilesPath() {
        return Path.of(profiles);
    }

    Optional<Path> userProfilesPath() {
        return Optional.ofNullable(userProfiles).filter(text -> !text.isBlank()).map(Path::of);
    }
}
