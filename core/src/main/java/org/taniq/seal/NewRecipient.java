package org.taniq.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Recipient;

/// What a statement `custody/1` says of a new key of the case: which recipient came before, and how far the logs
/// had come that were begun for it (docs/format.md, section 7.3).
///
/// @param from the recipient before
public record NewRecipient(Recipient from, List<Checkpoint> logs) {
    private static final String SCHEMA = "custody/1";
    private static final Json WHAT = Json.of("new-recipient");
    private static final Set<String> MEMBERS = Set.of("from", "logs");

    public NewRecipient {
        logs = List.copyOf(logs);
    }

    /// @param byWhom who says so; may be empty
    public Statement statement(Instant when, String byWhom) {
        return Statement.of(SCHEMA)
                .with("what", WHAT)
                .with("when", when.toString())
                .with("byWhom", Json.orNull(byWhom))
                .with(
                        "detail",
                        Json.object()
                                .put("from", from.text())
                                .put(
                                        "logs",
                                        Json.of(logs.stream()
                                                .map(Checkpoint::json)
                                                .toList()))
                                .build());
    }

    /// The statements that say so, of whatever form, in the order of the logs.
    static List<Unlocked.Sealed> all(Unlocked unlocked) {
        return unlocked.statements(SCHEMA).stream()
                .filter(statement -> statement.value("what").equals(WHAT))
                .toList();
    }

    /// The ids of the logs that were begun for this recipient: what others say of ways in and of copies is of a key
    /// that was replaced.
    public static Set<String> logsFor(Unlocked unlocked, Recipient recipient) {
        return unlocked.statements("log/1").stream()
                .filter(first -> first.value("recipient").equals(Json.of(recipient.text())))
                .map(first -> first.pointer().log())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a recipient came before another one, as logs say that may be believed.
    public static boolean follows(Unlocked unlocked, Recipient now, Recipient before) {
        return RecipientsCheck.of(unlocked, now).believes(before);
    }

    /// Nothing where the statement has another form, which the check says.
    static Optional<NewRecipient> read(Unlocked.Sealed statement) {
        try {
            return Optional.of(of(statement));
        } catch (Altered _) {
            return Optional.empty();
        }
    }

    /// @throws Altered if the statement has another form
    static NewRecipient of(Unlocked.Sealed statement) throws Altered {
        if (statement.value("detail") instanceof Json.Obj detail
                && detail.members().keySet().equals(MEMBERS)
                && detail.members().get("from") instanceof Json.Str(String from)
                && detail.members().get("logs") instanceof Json.Arr(List<Json> list)) {
            return new NewRecipient(recipient(from), heads(list));
        }
        throw none();
    }

    private static Recipient recipient(String text) throws Altered {
        try {
            return new Recipient(text);
        } catch (IllegalArgumentException notOne) {
            throw none();
        }
    }

    private static List<Checkpoint> heads(List<Json> list) throws Altered {
        var heads = new ArrayList<Checkpoint>();
        for (var head : list) {
            heads.add(Checkpoint.of(head).orElseThrow(NewRecipient::none));
        }
        return heads;
    }

    private static Altered none() {
        return new Altered(Said.of("it says that the case has a new key, and not as that is said"));
    }
}
