package media.usenet.nvidia;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads what `nvidia-smi` printed: `-q -x`, or the sentence it ends with when there is no driver.
public final class NvidiaSmi {

    private static final Pattern ID = Pattern.compile("([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})");
    private static final Pattern NVML_INIT = Pattern.compile("nvmlInit(?:_v2)?=(\\d+)");

    private NvidiaSmi() {}

    /// The answer that NVML itself would have given; empty when the text is none of nvidia-smi's.
    public static Optional<NvmlAnswer> parse(String text) {
        if (text.contains("<nvidia_smi_log>")) {
            return devices(text);
        }
        if (text.contains("couldn't communicate with the NVIDIA driver")) {
            return Optional.of(new NvmlAnswer.Refused(NvmlAnswer.DRIVER_NOT_LOADED));
        }
        if (text.contains("Driver/library version mismatch")) {
            return Optional.of(new NvmlAnswer.Refused(NvmlAnswer.VERSION_MISMATCH));
        }
        return NVML_INIT
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(code -> code != 0)
                .map(NvmlAnswer.Refused::new);
    }

    private static Optional<NvmlAnswer> devices(String xml) {
        try {
            var log = builder(xml).getDocumentElement();
            var gpus = log.getElementsByTagName("gpu");
            var devices = new ArrayList<NvmlAnswer.Device>();
            for (var i = 0; i < gpus.getLength(); i++) {
                devices.add(device((Element) gpus.item(i)));
            }
            return Optional.of(new NvmlAnswer.Devices(text(log, "driver_version"), List.copyOf(devices)));
        } catch (IOException | SAXException | ParserConfigurationException _) {
            // A text cut short says nothing that could be relied on.
            return Optional.empty();
        }
    }

    private static NvmlAnswer.Device device(Element gpu) {
        var id = ID.matcher(text(gpu, "pci_device_id"));
        return new NvmlAnswer.Device(
                slot(text(gpu, "pci_bus_id")),
                id.matches() ? "%s:%s".formatted(id.group(2), id.group(1)).toLowerCase(Locale.ROOT) : "",
                text(gpu, "product_name"),
                text(gpu, "uuid"),
                family(text(gpu, "product_architecture")),
                NvmlAnswer.Figures.UNKNOWN);
    }

    /// `00000000:2D:00.0`, NVML's spelling, as the kernel spells it.
    static String slot(String busId) {
        var colon = busId.indexOf(':');
        var domain = busId.substring(0, Math.max(0, colon));
        var extra = domain.length() > 4 && domain.startsWith("0".repeat(domain.length() - 4)) ? domain.length() - 4 : 0;
        return busId.substring(extra).toLowerCase(Locale.ROOT);
    }

    private static String family(String architecture) {
        var first = architecture.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return first.isEmpty() || first.equals("N/A") ? "" : "NVIDIA_" + first;
    }

    private static String text(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static Document builder(String xml) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml)));
    }
}
