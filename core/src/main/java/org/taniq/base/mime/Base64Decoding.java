package org.taniq.base.mime;

/// Base64 (RFC 2045, 6.8): what is none of its letters is left out.
final class Base64Decoding implements Decoding {
    private static final int LETTERS = 4;

    private final Into into;
    private int group;
    private int letters;
    private boolean damaged;

    Base64Decoding(Into into) {
        this.into = into;
    }

    @Override
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int value = value(bytes[i]);
            if (value >= 0) {
                letter(value);
            } else if (bytes[i] == '=') {
                finish();
            } else {
                damaged |= bytes[i] < 0 || bytes[i] > ' ';
            }
        }
    }

    private void letter(int value) {
        group = group << 6 | value;
        letters++;
        if (letters == LETTERS) {
            into.put(group >> 16);
            into.put(group >> 8);
            into.put(group);
            letters = 0;
        }
    }

    /// What is left before the padding: it makes one or two bytes.
    private void finish() {
        damaged |= letters == 1;
        if (letters == 2) {
            into.put(group >> 4);
        } else if (letters == 3) {
            into.put(group >> 10);
            into.put(group >> 2);
        }
        letters = 0;
    }

    @Override
    public void end() {
        finish();
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    private static int value(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }
}
