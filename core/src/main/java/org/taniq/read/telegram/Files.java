package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;
import org.taniq.read.record.Tables;
import org.taniq.read.record.Twice;

/// The files that a message names. Where one was not exported, Telegram says why in brackets instead of a path:
/// left out by the person's choice, too large, or not to be had.
final class Files {
    /// What one message names at most; an album is several messages.
    private static final int MOST = 1000;

    private static final Tables MEMBERS = Known.MEMBERS;

    private final Input.Beside beside;
    private final Consumer<Detail> further;
    private final List<Attachment> files = new ArrayList<>();
    private String name = "";
    private int beyond;

    Files(Input.Beside beside, Consumer<Detail> further) {
        this.beside = beside;
        this.further = further;
    }

    /// Takes the files that the message itself names.
    void of(Fields message) {
        name = message.text("file_name");
        if (!name.isEmpty()) {
            further.accept(Detail.of("fileName", name));
        }
        for (var member : MEMBERS.list("files")) {
            add(message.text(member));
        }
        small(message.text("thumbnail"));
    }

    /// Files that stand within a value: the pictures between the words of a long message.
    void within(Json value) {
        switch (value) {
            case Json.Arr(var items) -> items.forEach(this::within);
            case Json.Obj(var members) -> members.forEach((name, each) -> member(Twice.plain(name), each));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /// Files that a member is, or that stand within it.
    void member(String member, Json value) {
        if (!(value instanceof Json.Str)) {
            within(value);
        } else if (MEMBERS.has("files", member)) {
            add(Fields.text(value));
        } else if (member.equals("document_id") && Fields.text(value).contains("/")) {
            beside.of(Fields.text(value)); // the picture of an emoji: named, and the detail has its path
        }
    }

    private void add(String path) {
        if (path.isEmpty()) {
            return;
        }
        if (files.size() == MOST) {
            beyond++;
        } else if (isReason(path)) {
            further.accept(Detail.of("notExported", path));
            files.add(new Attachment(name, Attachment.State.OMITTED));
        } else {
            files.add(new Attachment(path, beside.of(path)));
        }
    }

    /// The small picture of a file: not the file, and not what was sent.
    private void small(String path) {
        if (!path.isEmpty() && !isReason(path)) {
            beside.of(path);
            further.accept(Detail.of("thumbnail", path));
        }
    }

    private static boolean isReason(String path) {
        return path.startsWith("(") && path.endsWith(")");
    }

    /// Whether none of them has a path.
    boolean areLeftOut() {
        return files.stream().allMatch(file -> file.state() == Attachment.State.OMITTED);
    }

    /// A file that the message once had, of which nothing is left.
    void gone() {
        if (files.isEmpty()) {
            files.add(new Attachment(name, Attachment.State.OMITTED));
        }
    }

    List<Attachment> all() {
        if (beyond > 0) {
            further.accept(Detail.of("filesLeftOut", beyond));
        }
        return files;
    }
}
