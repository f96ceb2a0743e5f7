package org.taniq.tell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.taniq.acquire.ArchiveKind;
import org.taniq.act.Step;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.DossierPages.Kind;

/// Where items come from, in words: their names, how they were taken over, what they prove. A name that is
/// withheld is a box.
final class Provenance {
    private static final String MEMBER = "-member/1";
    private static final int HASH_SHOWN = 16;

    private final Unlocked vault;
    private final Withholding withholding;
    private final DossierWords words;

    Provenance(Unlocked vault, Withholding withholding, DossierWords words) {
        this.vault = vault;
        this.withholding = withholding;
        this.words = words;
    }

    /// What the item is called, or what it was made of is.
    DossierPages.Passage name(Unlocked.Sealed item) throws IOException {
        String name = text(item, "name");
        if (name.isEmpty() && item.value("derivedFrom") instanceof Json.Arr) {
            return name(origin(item));
        }
        return !withholding.isFree(List.of(item.value("name")))
                ? new DossierPages.Passage(List.of(new DossierPages.Run.Withheld()))
                : DossierPages.Passage.of(name);
    }

    /// The name, and the archive in which the item lies.
    DossierPages.Passage place(Unlocked.Sealed item) throws IOException {
        if (item.hasBytes() || !(item.value("derivedFrom") instanceof Json.Arr)) {
            return name(item);
        }
        String inside = words.say(Word.PLACE_INSIDE, said(origin(item)));
        return new DossierPages.Passage(java.util.stream.Stream.concat(
                        name(item).runs().stream(),
                        java.util.stream.Stream.of(new DossierPages.Run.Shown(" " + inside)))
                .toList());
    }

    private Unlocked.Sealed origin(Unlocked.Sealed item) throws IOException {
        return vault.statement(from(item));
    }

    private static Pointer from(Unlocked.Sealed item) {
        return item.value("derivedFrom") instanceof Json.Arr(List<Json> list)
                        && list.getFirst() instanceof Json.Obj first
                ? Pointer.of(first.members().getOrDefault("item", Json.NULL))
                : item.pointer();
    }

    /// The name in a sentence.
    private String said(Unlocked.Sealed item) throws IOException {
        return name(item).runs().getFirst() instanceof DossierPages.Run.Shown(String shown)
                ? shown
                : "[" + words.say(Word.WITHHELD_BOX) + "]";
    }

    /// When the item was taken over, as the computer's clock claims.
    static DossierPages.Moment moment(Unlocked.Sealed item) {
        return DossierPages.Moment.of(
                clock(claimed(item, "time")), DossierPages.Certainty.TAKEN_OVER, clock(claimed(item, "fileModified")));
    }

    /// An instant as a reader writes it.
    static String clock(String instant) {
        return instant.replace("T", " ").replace("Z", " UTC");
    }

    private static String claimed(Unlocked.Sealed item, String member) {
        return item.value("claimed") instanceof Json.Obj claimed
                ? Records.text(claimed.members().getOrDefault(member, Json.NULL))
                : "";
    }

    static Kind kind(Unlocked.Sealed item) {
        String type = text(item, "mediaType");
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> Kind.PICTURE;
            case "video" -> Kind.VIDEO;
            case "audio" -> Kind.SOUND;
            case "text" -> Kind.TEXT;
            default -> type.equals("application/pdf") ? Kind.DOCUMENT : isArchive(type) ? Kind.ARCHIVE : Kind.FILE;
        };
    }

    private static boolean isArchive(String type) {
        return Arrays.stream(ArchiveKind.values())
                .anyMatch(kind -> kind.mediaType().equals(type));
    }

    DossierPages.Custody custody(Unlocked.Sealed item) throws IOException {
        return new DossierPages.Custody(
                clock(claimed(item, "time")),
                what(item),
                text(item, "capturer"),
                text(item, "device"),
                item.pointer().index(),
                item.pointer().leaf().hex().substring(0, HASH_SHOWN));
    }

    private String what(Unlocked.Sealed item) throws IOException {
        String kind = words.say("KIND_", kind(item));
        String method = item.value("method") instanceof Json.Obj object
                ? Records.text(object.members().getOrDefault("tool", Json.NULL))
                : "";
        return switch (method.endsWith(MEMBER) ? MEMBER : method) {
            case "file/1" -> words.say(Word.CUSTODY_FILE, said(item), kind);
            case MEMBER ->
                item.hasBytes()
                        ? words.say(Word.CUSTODY_MEMBER_ALONE, said(item), kind)
                        : words.say(
                                Word.CUSTODY_MEMBER,
                                said(item),
                                kind,
                                from(item).index());
            case "png-canonical/1" -> words.say(Word.CUSTODY_PIXELS, from(item).index());
            default -> words.say(Word.CUSTODY_OTHER, said(item), method);
        };
    }

    DossierPages.StepProof proof(Step.Proof proof) throws IOException {
        return new DossierPages.StepProof(
                words.say("RANK_", proof.rank()),
                whatProves(proof),
                words.say(Word.STEP_ENTRY, proof.item().index()));
    }

    private String whatProves(Step.Proof proof) throws IOException {
        var erased = vault.erased(proof.item());
        return erased.isPresent()
                ? words.say(Word.STEP_ERASED, erased.get().day())
                : said(vault.statement(proof.item()));
    }

    private static String text(Unlocked.Sealed item, String field) {
        return Records.text(item.value(field));
    }
}
