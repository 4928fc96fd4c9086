package media.usenet.publish;

import java.nio.file.Path;

/// What an attempt made and where it is to be. The queue publishes it so that nobody ever sees a part of it.
///
/// @param made a file, or a folder of files, in the attempt's folder on the file system of the target
/// @param target an absolute path; its name is the output's name
/// @param replace whether a file that stands there may be replaced; where it may not, the job fails
public record Output(Path made, Path target, boolean replace) {

    public Output {
        if (!made.isAbsolute() || !target.isAbsolute() || target.getFileName() == null) {
            throw new IllegalArgumentException("paths of an output are absolute: %s, %s".formatted(made, target));
        }
    }

    public String name() {
        return String.valueOf(target.getFileName());
    }
}
