package org.taniq.tell;

/// Words that a PDF draws in pieces with gaps between them, `[(Ay)-20(sel)] TJ`, put together: also where no page draws
/// them, as in another state of a button.
final class KernedWords {
    private final byte[] instructions;
    private final StringBuilder words = new StringBuilder();
    private int at;

    private KernedWords(byte[] instructions) {
        this.instructions = instructions;
    }

    /// Those of each list on a line of its own, each byte as a letter.
    static String of(byte[] instructions) {
        var kerned = new KernedWords(instructions);
        kerned.read();
        return kerned.words.toString();
    }

    private void read() {
        boolean inList = false;
        while (at < instructions.length) {
            byte next = instructions[at++];
            if (next == '(') {
                int before = words.length();
                string();
                words.setLength(inList ? words.length() : before);
            } else if (next == '[') {
                inList = true;
            } else if (next == ']') {
                inList = false;
                words.append('\n');
            }
        }
    }

    /// To its end; brackets within it are in pairs, or escaped.
    private void string() {
        int deep = 1;
        while (at < instructions.length && deep > 0) {
            byte next = instructions[at++];
            if (next == '\\') {
                escaped();
                continue;
            }
            deep += next == '(' ? 1 : next == ')' ? -1 : 0;
            words.append(deep > 0 ? String.valueOf((char) (next & 0xFF)) : "");
        }
    }

    /// A letter by its number of one to three octal digits, a bracket, or something that is no letter.
    private void escaped() {
        int code = 0;
        int digits = 0;
        while (digits < 3 && at < instructions.length && instructions[at] >= '0' && instructions[at] <= '7') {
            code = code * 8 + instructions[at++] - '0';
            digits++;
        }
        if (digits > 0) {
            words.append((char) (code & 0xFF));
        } else if (at < instructions.length) {
            byte next = instructions[at++];
            words.append(next == '(' || next == ')' || next == '\\' ? String.valueOf((char) next) : "");
        }
    }
}
