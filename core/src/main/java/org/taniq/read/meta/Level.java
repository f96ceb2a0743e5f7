package org.taniq.read.meta;

import org.taniq.base.Json;

/// An array or object that was gone into.
final class Level {
    private final String name;
    private final boolean isArray;
    private final Pointer pointer;
    private final Head head;
    private long next;

    /// @param name of the member that it is; empty where it is none
    /// @param head what is said of what stands in it
    Level(String name, boolean isArray, Pointer pointer, Head head) {
        this.name = name;
        this.isArray = isArray;
        this.pointer = pointer;
        this.head = head;
    }

    String name() {
        return name;
    }

    boolean isArray() {
        return isArray;
    }

    Pointer pointer() {
        return pointer;
    }

    Head head() {
        return head;
    }

    /// Of the next value in it.
    ///
    /// @param member its name, where it is a member
    Pointer next(String member) {
        return pointer.in(isArray ? Long.toString(next++) : member);
    }

    /// The same, behind damage.
    Level behindDamage() {
        return new Level(name, isArray, Pointer.BEHIND_DAMAGE, head);
    }

    /// The same, behind damage that may have been the end of it and the beginning of another one.
    Level orAnother() {
        return new Level(name, isArray, Pointer.BEHIND_DAMAGE, Head.ofNothing());
    }

    /// How it begins.
    ///
    /// @param isMember whether it stands in an object
    String beginning(boolean isMember) {
        return (isMember ? Json.of(name).canonical() + ":" : "") + (isArray ? "[" : "{");
    }
}
