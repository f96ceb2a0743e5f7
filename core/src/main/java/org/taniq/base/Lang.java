package org.taniq.base;

import java.util.Locale;

/// A language that texts, rules, messages or letters may be in. What is known about each is data
/// (`lang/<code>.yaml`).
public enum Lang {
    AZ("az"),
    TR("tr"),
    RU("ru"),
    EN("en"),
    KA("ka"),
    HY("hy"),
    /// Not known, or none: an emoji, a number, a language that is not in this list.
    UNKNOWN("und");

    private final String code;

    Lang(String code) {
        this.code = code;
    }

    /// The BCP 47 code; `und` where the language is unknown.
    public String code() {
        return code;
    }

    /// The locale of the JDK, whose `toLowerCase` knows that Azerbaijani and Turkish write I as ı.
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /// The language of a BCP 47 tag (`az`, `az-Latn-AZ`, `en_GB`); [#UNKNOWN] where it is none of ours.
    public static Lang of(String tag) {
        String wanted = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (Lang lang : values()) {
            if (lang.code.equals(wanted)) {
                return lang;
            }
        }
        return UNKNOWN;
    }
}
