package media.usenet.container;

import java.io.IOException;

/// A container's index contradicts itself or leads outside of the file.
public final class DamagedContainer extends IOException {

    private static final long serialVersionUID = 1;

    DamagedContainer(String message) {
        super(message);
    }
}
