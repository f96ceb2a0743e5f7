package org.taniq.app;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.acquire.dns.NameService;
import org.taniq.base.Said;
import org.taniq.read.mail.KeyName;
import org.taniq.read.mail.KeyText;
import org.taniq.read.mail.Keys;

/// Keys that a name server is asked for where no file has them. Each is asked for once.
public final class AskedKeys implements Keys {
    /// A mail can name as many as it likes, and each question tells the domain that somebody reads it.
    private static final int MOST = 1000;

    /// A server that so many times one after another gave no answer is not asked again: each time can take ten seconds.
    private static final int MOST_SILENCES = 20;

    private final Keys given;
    private final NameService service;
    private final Clock clock;
    private final Map<String, Answer> answers = new HashMap<>();
    private int silences;

    /// @param given asked before, without any network
    public AskedKeys(Keys given, NameService service, Clock clock) {
        this.given = given;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Answer of(KeyName name) {
        var known = given.of(name);
        return known instanceof NotGiven ? asked(name.whole()) : known;
    }

    private Answer asked(String name) {
        var before = Optional.ofNullable(answers.get(name));
        if (before.isPresent()) {
            return before.get();
        }
        if (answers.size() >= MOST) {
            return new NotHad(Said.of("more than {most} keys were asked for", "most", MOST));
        }
        if (silences >= MOST_SILENCES) {
            return new NotHad(Said.of("the name server did not answer"));
        }
        return answers.computeIfAbsent(name, this::answer);
    }

    private Answer answer(String name) {
        var answer = service.texts(name);
        silences = switch (answer) {
            case NameService.Texts _, NameService.None _ -> 0;
            case NameService.NoAnswer _ -> silences + 1;
            case NameService.NotAsked _ -> silences;
        };
        return answer(answer);
    }

    private Answer answer(NameService.Answer answer) {
        String origin = service.called().isEmpty() ? "DNS" : "DNS " + service.called();
        return switch (answer) {
            case NameService.Texts(List<String> all) when all.isEmpty() -> new Gone(origin);
            case NameService.Texts(List<String> all) ->
                new Found(
                        all.stream()
                                .map(text -> new KeyText(text, origin, clock.instant()))
                                .toList(),
                        0);
            case NameService.None _ -> new Gone(origin);
            case NameService.NotAsked(Said why) -> new NotHad(why);
            case NameService.NoAnswer(Said why) -> new NotHad(why);
        };
    }
}
