package org.taniq.assess;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Yaml;

/// A kind of attack. The list is data: `assess/labels.yaml`. `severity` is 1 (low) to 5, a default for
/// ordering that context raises; `urgency` says how soon somebody should look.
public record Label(String id, String title, int severity, String urgency) {

    /// Every label, in the order of the file.
    public static List<Label> all() {
        return Known.LABELS;
    }

    public static Optional<Label> of(String id) {
        return all().stream().filter(label -> label.id().equals(id)).findFirst();
    }

    private static final class Known {
        private static final List<Label> LABELS = read(Yaml.resource("/assess/labels.yaml"));

        private static List<Label> read(Yaml file) {
            file.allow("labels");
            return file.get("labels").items().stream().map(Known::label).toList();
        }

        private static Label label(Yaml entry) {
            entry.allow("id", "title", "severity", "urgency");
            int severity = entry.get("severity").integer(1, 5);
            return new Label(
                    entry.get("id").text(),
                    entry.get("title").text(),
                    severity,
                    entry.get("urgency").text());
        }
    }
}
