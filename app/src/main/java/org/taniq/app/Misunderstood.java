package org.taniq.app;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was typed and is no command: said in the person's language, because picocli speaks only English.
record Misunderstood(Messages messages) {

    /// What is wrong with it.
    String said(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() -> missing(missing.getMissing());
            case MutuallyExclusiveArgsException _ -> messages.say("taniq.only-one");
            case OverwrittenOptionException twice ->
                messages.say("taniq.twice", "option", name(twice.getOverwritten()));
            case ParameterException value when value.getArgSpec() != null -> value(value.getArgSpec(), value);
            default -> String.valueOf(wrong.getMessage());
        };
    }

    /// What was meant, perhaps.
    Optional<String> suggestion(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().getFirst();
        var near = unmatched.getSuggestions().stream()
                .filter(each -> begins(each).equals(begins(word)))
                .toList();
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.say("taniq.did-you-mean", "words", String.join(", ", near)));
    }

    /// The first letter; picocli suggests something for any word, and what begins otherwise was not meant.
    private static String begins(String word) {
        String letters = word.replaceFirst("^-*", "");
        return letters.isEmpty() ? "" : letters.substring(0, 1);
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        var command = unmatched.getCommandLine();
        if (unmatched.isUnknownOption()) {
            return messages.say("taniq.no-option", "word", word);
        }
        return messages.say(command.getSubcommands().isEmpty() ? "taniq.too-many" : "taniq.no-command", "word", word);
    }

    private String missing(List<ArgSpec> missing) {
        return messages.say(
                "taniq.missing",
                "what",
                missing.stream().map(Misunderstood::asTyped).collect(Collectors.joining(", ")));
    }

    private String value(ArgSpec of, ParameterException wrong) {
        String typed = String.valueOf(wrong.getValue());
        String known = choices(of);
        return known.isEmpty()
                ? messages.say("taniq.no-value", Map.of("typed", typed, "name", name(of)))
                : messages.say("taniq.no-choice", Map.of("typed", typed, "name", name(of), "known", known));
    }

    /// The words to choose from, as the help shows them if it does; empty where there is no such choice.
    private static String choices(ArgSpec of) {
        if (of.paramLabel().contains("|")) {
            return of.paramLabel().replace("|", ", ");
        }
        var constants = Optional.ofNullable(of.type().getEnumConstants());
        return constants
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String asTyped(ArgSpec missing) {
        return missing.isOption() ? name(missing) + " " + missing.paramLabel() : missing.paramLabel();
    }

    private static String name(ArgSpec of) {
        return of instanceof OptionSpec option ? option.longestName() : of.paramLabel();
    }
}
