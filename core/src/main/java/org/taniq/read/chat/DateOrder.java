package org.taniq.read.chat;

/// In which order day, month and year stand.
enum DateOrder {
    DAY_FIRST("D/M/Y"),
    MONTH_FIRST("M/D/Y"),
    YEAR_FIRST("Y/M/D");

    private final String word;

    DateOrder(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
