package media.usenet.hardware;

import org.jspecify.annotations.Nullable;

/// A PCI function of the display class, as the kernel shows it.
///
/// @param slot PCI address, `0000:00:02.0`; null when the tree does not say
/// @param vendor four hexadecimal digits; empty when unreadable
/// @param device four hexadecimal digits; empty when unreadable
/// @param driver the kernel driver that holds it; null when none is named
/// @param bound whether some driver made DRM nodes for it, named or not
/// @param whole whether the tree shows the PCI bus itself, so that what is not there is really missing
record PciDisplay(
        @Nullable String slot,
        String vendor,
        String device,
        @Nullable String driver,
        @Nullable String renderNode,
        boolean virtualFunction,
        boolean bound,
        boolean whole) {

    @Nullable
    String pci() {
        return vendor.isEmpty() || device.isEmpty() ? null : vendor + ":" + device;
    }
}
