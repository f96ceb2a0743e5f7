package org.taniq.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;
import org.taniq.base.Trouble;
import org.taniq.base.age.WrongPassphrase;
import org.taniq.read.index.IndexUnusable;

/// Whatever went wrong, as the person reads it: what could not be done, and what to do next.
public final class Failure {
    private static final Pattern OPENING = Pattern.compile("(?s)(.*) \\(([^()]*)\\)");

    private Failure() {}

    /// A failure from outside says itself what it is; a fault of ours gives its class only, because its
    /// message might quote evidence.
    public static String said(Throwable failed, Messages messages) {
        return switch (failed) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> said(wrapped.getCause(), messages);
            case WrongPassphrase _ -> messages.say("failure.wrong-passphrase");
            case Desk.NoKeys _ -> messages.say("failure.no-keys");
            case Desk.NoCase _ -> messages.say("failure.no-case");
            case Desk.Locked _ -> messages.say("failure.locked");
            case SessionEnded _ -> messages.say("failure.session-ended");
            case Writing.StrangeVault strange -> messages.say("failure.strange-vault", "folder", strange.folder());
            case Reference.NotHere none -> messages.say("failure.not-in-case", "reference", none.reference());
            case IndexUnusable index -> index(index, messages);
            case NoSuchFileException missing -> messages.say("failure.no-file", "file", missing.getFile());
            case FileAlreadyExistsException there -> messages.say("failure.file-there", "file", there.getFile());
            case AccessDeniedException closed -> messages.say("failure.denied", "file", closed.getFile());
            case Trouble trouble -> messages.say(trouble.said());
            case NotDirectoryException file -> messages.say("failure.no-folder", "file", file.getFile());
            case FileSystemException files
            when files.getReason() != null -> files.getFile() + ": " + messages.translated(files.getReason());
            case FileNotFoundException missing
            when missing.getMessage() != null -> opening(missing.getMessage(), messages);
            case IOException outside when outside.getMessage() != null -> messages.translated(outside.getMessage());
            case OutOfMemoryError _ -> messages.say("failure.memory");
            default -> messages.say("failure.ours", "fault", failed.getClass().getSimpleName());
        };
    }

    /// The JDK says `name (what the system says)`.
    private static String opening(String message, Messages messages) {
        var said = OPENING.matcher(message);
        return said.matches() ? said.group(1) + ": " + messages.translated(said.group(2)) : message;
    }

    private static String index(IndexUnusable index, Messages messages) {
        return switch (index.why()) {
            case IN_USE -> messages.say("failure.index-in-use");
            case ABSENT -> messages.say("failure.index-absent");
            case WRONG_KEY, ALTERED, OLDER, OTHER_VERSION -> messages.say("failure.index-rebuild");
        };
    }
}
