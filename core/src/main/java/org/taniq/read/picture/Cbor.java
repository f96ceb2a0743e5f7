package org.taniq.read.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.picture.Octets;

/// A value of CBOR (RFC 8949), as far as manifests need it: numbers are their first bytes, tags are looked through.
sealed interface Cbor {
    record Text(String text) implements Cbor {}

    record Octet(Octets bytes) implements Cbor {}

    record Number(long number) implements Cbor {}

    record Items(List<Cbor> items) implements Cbor {}

    record Members(List<Member> members) implements Cbor {}

    record Member(Cbor name, Cbor value) {}

    /// A value that is none of these, or that is damaged.
    record Other() implements Cbor {}

    /// What stands under a name.
    default Optional<Cbor> of(String name) {
        return of(new Text(name));
    }

    /// What stands under a number.
    default Optional<Cbor> of(long number) {
        return of(new Number(number));
    }

    private Optional<Cbor> of(Cbor name) {
        return this instanceof Members(var members)
                ? members.stream()
                        .filter(member -> member.name.equals(name))
                        .map(Member::value)
                        .findFirst()
                : Optional.empty();
    }

    /// The items of a list; of anything else itself.
    default List<Cbor> items() {
        return this instanceof Items(var items) ? items : List.of(this);
    }

    default String text() {
        return this instanceof Text(String text) ? text : "";
    }

    static Cbor read(byte[] bytes) {
        return new Reading(Octets.big(bytes)).value(Reading.DEEPEST);
    }

    /// Goes through the bytes once; what lies behind the end or too deep is [Other].
    final class Reading {
        private static final int DEEPEST = 32;
        private static final int MOST = 100_000;
        private static final int ENDLESS = 31;
        private static final int BREAK = 0xFF;

        private final Octets bytes;
        private long at;
        private int count;

        private Reading(Octets bytes) {
            this.bytes = bytes;
        }

        private boolean isOver() {
            return at >= bytes.length() || ++count > MOST;
        }

        private Cbor value(int deep) {
            if (deep == 0 || isOver()) {
                at = bytes.length();
                return new Other();
            }
            int first = bytes.u8(at++);
            int low = first & 0x1F;
            if (first >> 5 == 7) {
                at += low < 24 || low == ENDLESS ? 0 : 1L << low - 24;
                return new Other();
            }
            long number = low == ENDLESS ? Long.MAX_VALUE : number(low);
            return switch (first >> 5) {
                case 0 -> new Number(number);
                case 1 -> new Number(-1 - number);
                case 2 -> new Octet(Octets.big(taken(number)));
                case 3 -> new Text(new String(taken(number), StandardCharsets.UTF_8));
                case 4 -> items(number, deep);
                case 5 -> members(number, deep);
                default -> value(deep - 1);
            };
        }

        private long number(int low) {
            if (low < 24) {
                return low;
            }
            int length = 1 << Math.min(3, low - 24);
            long number = 0;
            for (int i = 0; i < length; i++) {
                number = number << 8 | bytes.u8(at + i);
            }
            at += length;
            return number < 0 ? Long.MAX_VALUE : number;
        }

        private byte[] taken(long length) {
            long end = Math.min(bytes.length(), at + Math.min(length, bytes.length()));
            byte[] taken = bytes.part(at, end);
            at = end;
            return taken;
        }

        private Cbor items(long most, int deep) {
            var items = new ArrayList<Cbor>();
            for (long i = 0; i < most && !isEnd(); i++) {
                items.add(value(deep - 1));
            }
            return new Items(items);
        }

        private Cbor members(long most, int deep) {
            var members = new ArrayList<Member>();
            for (long i = 0; i < most && !isEnd(); i++) {
                var name = value(deep - 1);
                members.add(new Member(name, value(deep - 1)));
            }
            return new Members(members);
        }

        private boolean isEnd() {
            if (at < bytes.length() && bytes.u8(at) == BREAK) {
                at++;
                return true;
            }
            return at >= bytes.length();
        }
    }
}
