package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.taniq.app.Answer;
import org.taniq.app.Surroundings;

/// Questions to the person at the terminal. Where nobody can be asked, nothing is.
final class Questions {
    private final Surroundings around;

    Questions(Surroundings around) {
        this.around = around;
    }

    /// What the person types; `usual` if she only presses Enter.
    String text(String question, String usual) throws IOException {
        String typed = line(question + (usual.isEmpty() ? "" : " [" + usual + "]") + " ")
                .strip();
        return typed.isEmpty() ? usual : typed;
    }

    /// Yes, no or unsure, asked until it is one of them. What was typed before is no answer.
    ///
    /// @param usual what Enter means; [Answer#UNASKED] if Enter asks again
    Answer answer(String question, Answer usual) throws IOException {
        around.forgetTyped();
        String asked = question + " " + around.say("question.choices") + " " + enter(usual);
        while (true) {
            String typed = line(asked.strip() + " ").strip();
            Optional<Answer> answer = typed.isEmpty() ? Optional.of(usual) : meant(typed);
            if (answer.isPresent() && answer.get() != Answer.UNASKED) {
                return answer.get();
            }
            around.tell(around.say("question.again"));
        }
    }

    private String enter(Answer usual) {
        return usual == Answer.UNASKED ? "" : "[" + words(usual).getFirst() + "] ";
    }

    private List<String> words(Answer answer) {
        return List.of(around.messages().word("answer", answer.word()).split(" "));
    }

    void waitForEnter() throws IOException {
        around.forgetTyped();
        line(around.say("question.enter") + " ");
    }

    private Optional<Answer> meant(String typed) {
        String small = typed.toLowerCase(around.messages().language().locale()).replace(' ', '-');
        for (var answer : List.of(Answer.YES, Answer.NO, Answer.UNSURE)) {
            if (words(answer).contains(small)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private String line(String question) throws IOException {
        around.ask(question);
        try (var _ = WhenStopped.atQuestion(around)) {
            return around.typed().orElseThrow(() -> new IOException(around.say("question.stopped")));
        }
    }
}
