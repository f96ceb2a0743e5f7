package org.taniq.read.post;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.LineReading;

/// A line of the chat beside a stream: what happened at one time of the video. That time stands behind the actions, or
/// outside of what they stand in.
final class ChatLine implements LineReading.Format {
    static final String REPLAY = "replayChatItemAction";
    private static final int MOST = 64;

    private final SequencedMap<String, Json> around = new LinkedHashMap<>();

    @Override
    public void look(JsonWalk walk) throws IOException {
        around.clear();
        if (!walk.isObject()) {
            walk.skip();
            return;
        }
        walk.enter();
        while (walk.hasNext()) {
            if (walk.name().equals(REPLAY) && walk.isObject()) {
                walk.enter();
                while (walk.hasNext()) {
                    keep(walk);
                }
            } else {
                keep(walk);
            }
        }
    }

    private void keep(JsonWalk walk) throws IOException {
        boolean isKept = !walk.isObject() && !walk.isArray() && around.size() < MOST;
        if (isKept && !ChatAction.isSilent(walk.name())) {
            String name = walk.name();
            walk.value().ifPresent(value -> keep(name, value));
        } else {
            walk.skip();
        }
    }

    /// What stands there a second time is not lost.
    private void keep(String name, Json value) {
        if (value.equals(around.get(name))) {
            return;
        }
        String free = name;
        for (int number = 2; around.containsKey(free); number++) {
            free = name + "#" + number;
        }
        around.put(free, value);
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        var walk = pass.walk();
        if (!walk.isObject()) {
            pass.section();
            return;
        }
        pass.enter();
        while (walk.hasNext()) {
            if (walk.name().equals(REPLAY) && walk.isObject()) {
                replay(pass);
            } else {
                other(pass);
            }
        }
    }

    private void replay(JsonPass pass) throws IOException {
        var walk = pass.walk();
        pass.enter();
        while (walk.hasNext()) {
            if (walk.name().equals("actions") && walk.isArray()) {
                pass.enter();
                while (walk.hasNext()) {
                    action(pass);
                }
            } else {
                other(pass);
            }
        }
    }

    private void other(JsonPass pass) throws IOException {
        String name = pass.walk().name();
        if (around.containsKey(name) || ChatAction.isSilent(name)) {
            pass.frame();
        } else {
            pass.section();
        }
    }

    private void action(JsonPass pass) throws IOException {
        var item = pass.item();
        var drafts = item.value().map(ChatAction::of).orElse(List.of());
        if (drafts.isEmpty()) {
            pass.none(item);
        }
        for (var draft : drafts) {
            around.forEach((name, value) -> ChatAction.further(name, value, draft));
            draft.hand(pass, item);
        }
    }
}
