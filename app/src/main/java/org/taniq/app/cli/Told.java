package org.taniq.app.cli;

import java.io.IOException;
import org.taniq.acquire.Custody;
import org.taniq.app.Answer;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Option;

/// What the person says about where things come from and who is in danger: by options, or asked on a
/// terminal.
final class Told {
    private static final String UNSAID = "\0";

    @Option(names = "--capturer", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "told.capturer")
    private String capturer = UNSAID;

    @Option(names = "--device", paramLabel = "${bundle:taniq.arg-device}", descriptionKey = "told.device")
    private String device = UNSAID;

    @Option(names = "--account", paramLabel = "own|persona", descriptionKey = "told.account")
    private Account account = Account.unstated;

    @Option(names = "--danger", paramLabel = "no|yes|unsure", descriptionKey = "told.danger")
    private Said danger = Said.unasked;

    @Option(names = "--minors", paramLabel = "no|yes|unsure", descriptionKey = "told.minors")
    private Said minors = Said.unasked;

    /// As typed.
    enum Said {
        no,
        yes,
        unsure,
        unasked;

        private Answer answer() {
            return Answer.valueOf(name().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// As typed.
    enum Account {
        own,
        persona,
        unstated;

        private Custody.Account account() {
            return Custody.Account.valueOf(name().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// Whether the two questions that come first were answered by options.
    boolean answersBoth() {
        return danger != Said.unasked && minors != Said.unasked;
    }

    /// Whether anybody is in danger, and what to do first if so. Life comes before capture.
    Answer danger(Surroundings around, Answer usual) throws IOException {
        var answer = danger.answer();
        boolean asked = danger == Said.unasked && around.onTerminal();
        if (asked) {
            answer = new Questions(around).answer(around.say("told.ask-danger"), usual);
        }
        if (answer == Answer.YES || answer == Answer.UNSURE) {
            around.tell(around.say("told.safety-first"));
            if (asked) {
                new Questions(around).waitForEnter();
            }
        }
        return answer;
    }

    /// Whether somebody in naked or sexual pictures could be under 18.
    Answer minors(Surroundings around, Answer usual) throws IOException {
        var answer = minors == Said.unasked && around.onTerminal()
                ? new Questions(around).answer(around.say("told.ask-minors"), usual)
                : minors.answer();
        if (answer == Answer.YES || answer == Answer.UNSURE) {
            around.tell(around.say("told.no-media"));
        }
        return answer;
    }

    /// Who captured it and how.
    ///
    /// @param before what was said last, for what is not said now
    Custody custody(Surroundings around, Custody before) throws IOException {
        String who = said(around, capturer, "told.ask-capturer", before.capturer());
        String with = said(around, device, "told.ask-device", before.device());
        if (account == Account.persona) {
            around.tell(around.say("told.persona"));
        }
        return new Custody(who, who, with, account.account());
    }

    private static String said(Surroundings around, String option, String question, String before) throws IOException {
        if (!option.equals(UNSAID)) {
            return option;
        }
        return around.onTerminal() ? new Questions(around).text(around.say(question), before) : before;
    }

    /// Whether capturer and device were both said by options.
    boolean saysAll() {
        return !capturer.equals(UNSAID) && !device.equals(UNSAID);
    }
}
