package org.taniq.tell;

import java.util.List;
import java.util.Locale;

/// The fixed words of the dossier, each with the placeholders that its text must hold. The key in `dossier/*.yaml` is
/// the name in lower case with dashes.
enum Word {
    TITLE,
    EDITION,
    NOT_REVIEWED,
    NOT_ADVICE,
    MADE_AT,
    MADE_AT_CLAIM("time"),
    CAPTURED_BY,
    CAPTURER_LINE("name", "role"),
    DEVICE,
    KEY,
    CONTENT,
    CONTENT_LINE("exhibits", "messages"),
    WITHHELD,
    WITHHELD_NOTHING,
    WITHHELD_LINE("senders", "passages", "areas"),
    WITHHELD_BOX,
    LOG,
    LOG_LINE("origin", "size"),
    ROOT,
    COVER_WHAT,

    LIMITS,
    LIMITS_LEAD,
    LIMIT_AUTHOR,
    LIMIT_TIME,
    LIMIT_LOG,
    LIMIT_SEEN,
    LIMIT_EXPORT,
    LIMIT_MARKS,
    LIMIT_SELECTION,
    LIMIT_LAW,
    READING,
    READING_WITHHELD,
    READING_PSEUDONYM,
    READING_UNSEEN,
    READING_EMOJI,
    READING_NUMBERS,

    CONTENTS,
    EXHIBIT_INDEX,
    COLUMN_EXHIBIT,
    COLUMN_KIND,
    COLUMN_SENDER,
    COLUMN_TIME,
    COLUMN_PAGE,

    EXHIBITS,
    EXHIBITS_NONE,
    CONTINUED("exhibit"),
    SENDER,
    SENDER_WITHHELD("pseudonym"),
    SENDER_NOBODY,
    TIME,
    PLACE,
    PLACE_LINE("line"),
    PLACE_LINES("first", "last"),
    PLACE_WHOLE,
    NOTE,
    PROOF,
    PROOF_LINE("file", "index", "hash"),
    TEXT_EMPTY,
    TEXT_CUT("count"),
    CONTEXT,
    PICTURE_PART("part", "parts"),
    PICTURE_NOT_DRAWN,

    KIND_MESSAGE,
    KIND_NOTICE,
    KIND_PICTURE,
    KIND_SCREENSHOT,
    KIND_VIDEO,
    KIND_SOUND,
    KIND_LETTER,
    KIND_PAGE,
    KIND_FILE,

    CERTAINTY_EXACT,
    CERTAINTY_ZONE_STATED("detail"),
    CERTAINTY_ZONE_MISSING,
    CERTAINTY_ORDER_DECIDED("detail"),
    CERTAINTY_DAY_ONLY,
    CERTAINTY_UNKNOWN("detail"),

    MARK_DELETED,
    MARK_EDITED,
    MARK_FORWARDED,
    MARK_LOOKALIKE,
    MARK_ATTACHMENT_OMITTED,
    MARK_ATTACHMENT_MISSING,
    MARK_PICTURE_AREA_WITHHELD,

    STEPS,
    STEPS_LEAD,
    STEPS_NONE,
    STEP_TO,
    STEP_BASIS,
    STEP_STATE,
    STEP_EVENT,
    STEP_DAY,
    STEP_DAYS,
    STEP_RULE,
    STEP_PROOFS,
    STEP_PROOFS_NONE,
    STEP_RANK,
    STEP_WHERE,
    STATE_PLANNED,
    STATE_SENT,
    STATE_DELIVERED,
    STATE_ANSWERED,
    STATE_REFUSED,
    STATE_SILENT,

    CUSTODY,
    CUSTODY_LEAD,
    CUSTODY_NONE,
    CUSTODY_WHEN,
    CUSTODY_WHAT,
    CUSTODY_WHO,
    CUSTODY_ENTRY,

    ANSWERS,
    ANSWERS_LEAD,
    ANSWER_BYTES,
    ANSWER_BYTES_TEXT,
    ANSWER_TIME,
    ANSWER_TIME_UNPROVEN("clock"),
    ANSWER_TIME_STAMPED("after", "authority", "clock"),
    ANSWER_TIME_BETWEEN("before"),
    ANSWER_COMPLETENESS,
    ANSWER_COMPLETENESS_LINE("shown", "all"),
    ANSWER_COMPLETENESS_NONE,
    ANSWER_ORIGIN,
    ANSWER_ORIGIN_TEXT("name", "device"),

    CHECK,
    CHECK_JUDGE,
    CHECK_JUDGE_MORE,
    CHECK_EXPERT,
    CHECK_TOOL("tool"),

    STATEMENT,
    STATEMENT_LEAD("name", "role"),
    STATEMENT_CAPTURED("device"),
    STATEMENT_UNALTERED,
    STATEMENT_KEY,
    STATEMENT_KNOWLEDGE,
    STATEMENT_PLACE_DATE,
    STATEMENT_SIGNATURE,

    FOOTER_LOG("origin", "size", "root"),
    FOOTER_KEY("key"),
    FOOTER_PAGE("page", "pages");

    private final List<String> placeholders;

    Word(String... placeholders) {
        this.placeholders = List.of(placeholders);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> placeholders() {
        return placeholders;
    }
}
