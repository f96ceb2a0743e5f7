package org.taniq.read.bag;

import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// Something that is not as it must be in a bag, or that is only unusual.
///
/// @param file whose path it is about; empty where it is about none
/// @param list in which file it stands; empty where it is about the bag
record Finding(Kind kind, String file, String list) {

    enum Kind {
        NO_DECLARATION("noDeclaration", true),
        DECLARATION("declarationForm", true),
        TOO_DEEP("tooDeep", false),
        VERSION("unknownVersion", false),
        ENCODING("encodingUnknown", false),
        NO_LIST("noList", true),
        NO_KNOWN_LIST("algorithmNotKnown", false),
        LINE("lineNotUnderstood", true),
        CUT("listNotWhole", false),
        LEADS_OUT("leadsOut", true),
        NOT_PAYLOAD("notPayload", true),
        TWICE("listedTwice", true),
        TWICE_OTHERWISE("listedTwiceOtherwise", true),
        MISSING("fileMissing", true),
        NOT_READ("fileNotRead", false),
        DIFFERS("fileDiffers", true),
        NOT_LISTED("fileNotListed", true),
        NOT_LISTED_EVERYWHERE("fileNotListedEverywhere", true),
        TWICE_ALIKE("listedTwice", false),
        ONLY_CASE("nameDiffersInCase", false),
        ONLY_LETTERS("nameDiffersInLetters", false),
        MARK("markBeforeList", false),
        STAR("starBeforeName", false),
        DOT("dotBeforeName", false),
        SYSTEM_FILE("fileOfSystem", false),
        TO_FETCH("toFetch", false);

        private final String word;
        private final boolean isFault;

        Kind(String word, boolean isFault) {
            this.word = word;
            this.isFault = isFault;
        }

        String word() {
            return word;
        }

        /// Whether a bag with it is not valid.
        boolean isFault() {
            return isFault;
        }
    }

    Detail detail() {
        var json = Json.object().put("why", kind.word());
        if (!file.isEmpty()) {
            json.put("file", Detail.cut(file));
        }
        if (!list.isEmpty()) {
            json.put("list", list);
        }
        return new Detail(kind.isFault() ? "bagFault" : "bagNote", json.build());
    }
}
