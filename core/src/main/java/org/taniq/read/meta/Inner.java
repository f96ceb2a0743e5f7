package org.taniq.read.meta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.taniq.base.Json;

/// A comment beside a picture, or a message of a report to Facebook: what stands within a post and was written by
/// somebody by herself.
///
/// @param pointer where it stands
record Inner(Pointer pointer, Json.Obj value) {
    private static final Set<String> LISTS = Set.of("comments", "messages");
    private static final Set<String> SAYS_SO = Set.of("author", "comment", "from", "message", "sender_name");

    /// Those in a post, but not those within one another.
    static List<Inner> of(Json.Obj post, Pointer pointer) {
        var found = new ArrayList<Inner>();
        find(post, new ArrayDeque<>(), (steps, one) -> {
            var at = pointer;
            for (String step : steps) {
                at = at.in(step);
            }
            found.add(new Inner(at, one));
        });
        return found;
    }

    private static void find(Json value, Deque<String> steps, BiConsumer<Deque<String>, Json.Obj> found) {
        switch (value) {
            case Json.Obj(var members) ->
                members.forEach((name, member) -> {
                    steps.addLast(name);
                    if (isList(name, member)) {
                        all(member, steps, found);
                    } else {
                        find(member, steps, found);
                    }
                    steps.removeLast();
                });
            case Json.Arr(var items) -> {
                for (int n = 0; n < items.size(); n++) {
                    steps.addLast(Integer.toString(n));
                    find(items.get(n), steps, found);
                    steps.removeLast();
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static void all(Json list, Deque<String> steps, BiConsumer<Deque<String>, Json.Obj> found) {
        if (list instanceof Json.Arr(var items)) {
            for (int n = 0; n < items.size(); n++) {
                if (items.get(n) instanceof Json.Obj one) {
                    steps.addLast(Integer.toString(n));
                    found.accept(steps, one);
                    steps.removeLast();
                }
            }
        }
    }

    /// Whether a member is a list of them.
    static boolean isList(String name, Json value) {
        return LISTS.contains(name)
                && value instanceof Json.Arr(var items)
                && !items.isEmpty()
                && items.stream()
                        .allMatch(item -> item instanceof Json.Obj(var members)
                                && members.keySet().stream().anyMatch(SAYS_SO::contains));
    }
}
