package org.taniq.seal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Recipient;

/// Checks to whom the logs of a vault were sealed when they began: to the vault's recipient, or to an earlier one
/// of which a log that may be believed says that it was replaced, and which names the log that pins it. What was
/// replaced step by step is followed step by step. Nothing is added to a log whose recipient was replaced.
final class RecipientsCheck {
    private final Unlocked unlocked;
    private final Map<String, String> pinned = new HashMap<>();
    private final Set<String> believed = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    private RecipientsCheck(Unlocked unlocked) {
        this.unlocked = unlocked;
    }

    static RecipientsCheck of(Unlocked unlocked, Recipient recipient) {
        var check = new RecipientsCheck(unlocked);
        for (var first : unlocked.statements("log/1")) {
            if (first.pointer().index() == 0 && first.value("recipient") instanceof Json.Str(String text)) {
                check.pinned.put(first.pointer().log(), text);
            }
        }
        check.pinned.forEach((log, text) -> {
            if (text.equals(recipient.text())) {
                check.believed.add(log);
            }
        });
        check.follow();
        return check;
    }

    private void follow() {
        var said = NewRecipient.all(unlocked);
        for (int before = -1; before < believed.size(); ) {
            before = believed.size();
            for (var statement : said) {
                if (believed.contains(statement.pointer().log())) {
                    NewRecipient.read(statement).ifPresent(this::believe);
                }
            }
        }
    }

    private void believe(NewRecipient said) {
        for (var head : said.logs()) {
            for (var log : unlocked.logs()) {
                String id = log.key().id();
                if (head.origin().equals(log.key().origin())
                        && said.from().text().equals(pinned.get(id))) {
                    (head.equals(log.checkpoint()) ? believed : changed).add(id);
                }
            }
        }
    }

    /// Whether a log that may be believed was begun for this recipient.
    boolean believes(Recipient recipient) {
        return believed.stream().anyMatch(log -> recipient.text().equals(pinned.get(log)));
    }

    /// @throws Altered if the log may not have been begun for the recipient that it pins
    void refuse(LogFolder log) throws Altered {
        String id = log.key().id();
        if (believed.contains(id)) {
            return;
        }
        throw new Altered(
                changed.contains(id)
                        ? Said.of("it is longer or shorter than when the case was given a new key")
                        : Said.of("it names another recipient than the vault's"));
    }

    void checkForm(Checked checked) {
        for (var statement : NewRecipient.all(unlocked)) {
            checked.passes(
                    "key",
                    Said.of(
                            "statement {statement}",
                            "statement",
                            statement.pointer().name()),
                    () -> NewRecipient.of(statement));
        }
    }
}
