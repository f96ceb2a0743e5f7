package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Mailboxes. All people are invented; each has a name, a time and words of her own.
final class MboxTest {
    private static final int PEOPLE = 12;
    private static final Keys KEYS = Mails.keys(MailSigner.DOMAIN);

    private static List<Activity> read(String mailbox) {
        return Mails.mailbox(mailbox, Keys.NONE).records;
    }

    private static String from(int i) {
        return "From p" + i + "@mail.example Fri Jan  2 03:00:00 2026\n";
    }

    private static String mail(int i, String more, String body) {
        return "From: P" + i + " <p" + i + "@mail.example>\nTo: all@mail.example\nDate: Fri, 2 Jan 2026 03:" + (10 + i)
                + ":00 +0000\n" + more + "\n" + body;
    }

    private static String words(int i) {
        return "the words of p" + i + "\n";
    }

    private static String mailbox() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> from(i) + mail(i, "", words(i)) + "\n")
                .collect(Collectors.joining());
    }

    private static String summary(Activity mail) {
        return mail.actor().id() + "|" + mail.published().source() + "|"
                + mail.object().text();
    }

    private static Set<String> summaries(List<Activity> mails) {
        return mails.stream().map(MboxTest::summary).collect(Collectors.toSet());
    }

    @Test
    void everyMailIsARecordInItsPlace() {
        var mails = read(mailbox());
        assertEquals(PEOPLE, mails.size());
        long at = 0;
        for (int i = 0; i < PEOPLE; i++) {
            var mail = mails.get(i);
            var spot = (Spot.Lines) mail.spot();
            assertEquals(
                    "p" + i + "@mail.example|Fri, 2 Jan 2026 03:" + (10 + i) + ":00 +0000|the words of p" + i,
                    summary(mail));
            assertEquals(at, spot.from());
            assertEquals(1 + 7L * i, spot.first());
            assertEquals(7 + 7L * i, spot.last());
            assertEquals(Json.object().put("record", i).build(), mail.place().json());
            at = spot.to();
        }
        assertEquals(mailbox().length(), at);
    }

    /// Of mails beside the one that is changed, or cut off, each is a record as before.
    @Test
    void aChangedByteAndACutChangeNoOtherMail() {
        var mailbox = mailbox();
        var before = read(mailbox);
        for (int i = 0; i < mailbox.length(); i++) {
            for (char c : new char[] {'\n', '>', '\u00FF', 'F', ' '}) {
                assertOthers(before, mailbox.substring(0, i) + c + mailbox.substring(i + 1), i, 1);
            }
            assertOthers(before, mailbox.substring(0, i), i, mailbox.length());
        }
    }

    /// Only where the end of a line becomes a `>` before the line `From `, it is quoted as a program quotes it: its
    /// mail
    /// is a part of the one before.
    private static void assertOthers(List<Activity> before, String changed, int at, int length) {
        var after = summaries(read(changed));
        for (int k = 0; k < before.size(); k++) {
            boolean isHit = isHit(before, k, at, length);
            boolean isJoined = length == 1
                    && changed.charAt(at) == '>'
                    && before.get(k).spot().from() - 1 == at;
            int number = k;
            boolean isThere = after.stream().anyMatch(found -> isSame(before, number, found));
            assertTrue(isHit || isJoined || isThere, "byte " + at + ", mail " + k);
        }
    }

    /// Where the line between mails is torn in two, its first letters stand behind the words of the mail before.
    private static boolean isSame(List<Activity> before, int number, String found) {
        var same = summary(before.get(number));
        return found.startsWith(same)
                && from(number + 1).startsWith(found.substring(same.length()).strip());
    }

    private static boolean isHit(List<Activity> mails, int number, int at, int length) {
        if (number == mails.size()) {
            return false;
        }
        var spot = mails.get(number).spot();
        return spot.to() > at && spot.from() < at + length;
    }

    @Test
    void aLineOfWordsThatBeginsWithFromBeginsNoMail() {
        var mails = read(from(0) + mail(0, "", "From me to you\nColour: red\n\n>From quoted\n") + "\n" + from(1)
                + mail(1, "", words(1)));
        assertEquals(2, mails.size());
        assertTrue(mails.getFirst().object().text().contains("From me to you\nColour: red\n\n>From quoted"));
        assertEquals(List.of(Json.of(1)), Details.all(mails.getFirst(), "quotedFromLines"));
    }

    /// People type lines that look like those between mails.
    @Test
    void typedLinesBeginNoMailOrAreMarked() {
        for (var typed : List.of(
                "From what I hear Fri Jan  2 03:00:00 2026\nSubject: no\nTo: x\n",
                "From a@b.example I know\nSubject: no\nTo: x\n",
                "From a@b.example Fri Jan  2 03:00:00 2026 it is\nSubject: no\nI am at home\nI am alone\n",
                "From a@b.example Fri Jan  2 03:00:00 2026\nI am at home\nI am alone\nI am here\n",
                "From a@b.example\nI am at home\nNote: x\n",
                "From -\nI am at home\nI am alone\nI am here\n")) {
            for (var before : List.of("", "\n")) {
                var mails = read(
                        from(0) + mail(0, "", "I say\n" + before + typed) + "\n" + from(1) + mail(1, "", words(1)));
                assertEquals(List.of("p0@mail.example", "p1@mail.example"), ids(mails), typed);
                assertTrue(mails.getFirst().object().text().contains(typed.strip()), typed);
                assertEquals(Set.of(), mails.getLast().marks());
            }
        }
        for (var typed : List.of(
                "From a@b.example Fri Jan  2 03:00:00 2026\nFrom: x@y.example\nTo: z@y.example\n\nforged\n",
                "From a@b.example\nFrom: x@y.example\nTo: z@y.example\n\nforged\n",
                "\nFrom a@b.example\nFrom: x@y.example\nTo: z@y.example\n\nforged\n",
                "\nFrom -\nFrom: x@y.example\nTo: z@y.example\n\nforged\n",
                "\nFrom a@b.example Fri Jan  2 03:00:00 2026\nNote: forged\n",
                "\nFrom a@b.example Fri Jan  2 03:00:00 2026\n\nforged\n")) {
            var mails = read(from(0) + mail(0, "", "I say\n" + typed) + "\n" + from(1) + mail(1, "", words(1)));
            var forged = mails.stream()
                    .filter(mail -> mail.object().text().contains("forged")
                            || !mail.actor().id().matches("p[01]@mail.example"))
                    .toList();
            assertTrue(
                    !forged.isEmpty()
                            && forged.stream().allMatch(mail -> mail.marks().contains(Mark.LOOKALIKE)),
                    typed);
        }
    }

    /// Where the program that wrote the mailbox has a field of its own at the beginning, all others have it.
    @Test
    void aMailWithoutTheFieldThatTheProgramWritesIsALookalike() {
        var mails = read(from(0) + "X-GM-THRID: 17\n" + mail(0, "", words(0)) + "\n" + from(1) + mail(1, "", words(1))
                + "\n" + from(2) + "X-GM-THRID: 18\n" + mail(2, "", words(2)));
        assertEquals(
                List.of(false, true, false),
                mails.stream()
                        .map(mail -> mail.marks().contains(Mark.LOOKALIKE))
                        .toList());
    }

    @Test
    void aMailThatStatesItsLengthHoldsLinesThatBeginOthers() {
        var inside = from(7) + mail(7, "", "this stands in the body\n");
        var mailbox = from(0) + mail(0, "Content-Length: " + inside.length() + "\n", inside) + "\n" + from(1)
                + mail(1, "", words(1));
        var mails = read(mailbox);
        assertEquals(List.of("p0@mail.example", "p1@mail.example"), ids(mails));
        assertTrue(mails.getFirst().marks().contains(Mark.LOOKALIKE));
        assertFalse(mails.getLast().marks().contains(Mark.LOOKALIKE));
    }

    private static List<String> ids(List<Activity> mails) {
        return mails.stream().map(mail -> mail.actor().id()).toList();
    }

    @Test
    void aWrongLengthHidesNoMail() {
        for (var length : List.of(0, 1, 5, 17, 150, 151, 152, 260, 100_000, 999_999_999)) {
            var mailbox = from(0) + mail(0, "Content-Length: " + length + "\n", words(0)) + "\n" + from(1)
                    + mail(1, "", words(1)) + "\n" + from(2) + mail(2, "Content-Length: x\n", words(2));
            assertEquals(
                    List.of("p0@mail.example", "p1@mail.example", "p2@mail.example"), ids(read(mailbox)), length + "");
            assertEquals(3, read(mailbox.replace("\n", "\r\n")).size(), length + "");
        }
    }

    @Test
    void manyWrongLengthsCostNoMoreThanReadingTwice() throws IOException {
        var one = from(0) + mail(0, "Content-Length: 60000000\n", words(0)) + "\n";
        long mails = 50_000;
        long[] count = {0};
        new MboxFile(Keys.NONE).read(Input.alone("x", () -> new Repeated(Mails.bytes(one), mails)), new Sink() {
            @Override
            public void read(Activity activity) {
                count[0]++;
            }

            @Override
            public void unread(Unread unread) {}
        });
        assertEquals(mails, count[0]);
    }

    /// The same bytes again and again.
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;

        Repeated(byte[] bytes, long times) {
            this.bytes = bytes;
            this.left = bytes.length * times;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : bytes[(int) (bytes.length - 1 - (--left % bytes.length))] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int some = (int) Math.min(length, left);
            for (int i = 0; i < some; i++) {
                into[from + i] = (byte) read();
            }
            return some == 0 ? -1 : some;
        }
    }

    @Test
    void aMailThatWasQuotedWhenItWasStoredIsProvenAsItWasSent() {
        var sent = mail(0, "", "From here on\nit is signed\n").replace("\n", "\r\n");
        var how = new MailSigner.How("rsa-sha256", "relaxed", "simple", "from:to:date", "");
        var signed = MailSigner.signed(sent, how);
        var stored = from(0) + signed.replace("\r\n", "\n").replace("\nFrom here", "\n>From here");
        var mail = Mails.mailbox(stored, KEYS).records.getFirst();
        assertEquals("passed", Details.member(Details.all(mail, "dkim").getFirst(), "verdict"));
        assertEquals(1, Details.all(mail, "checkedWithoutQuoting").size());
        var changed = Mails.mailbox(stored.replace("is signed", "is signet"), KEYS)
                .records
                .getFirst();
        assertEquals("failed", Details.member(Details.all(changed, "dkim").getFirst(), "verdict"));
    }

    @Test
    void aBeginningThatIsWrittenOtherwiseIsALookalike() {
        var mails = read(from(0) + mail(0, "", words(0)) + "\nFrom -\n" + mail(1, "", words(1)));
        assertEquals(2, mails.size());
        assertTrue(mails.getLast().marks().contains(Mark.LOOKALIKE));
    }

    @Test
    void aMailWithoutADateOrSenderIsARecord() {
        var mail = read(from(0) + "\nwords alone\n").getFirst();
        assertEquals("", mail.actor().name());
        assertTrue(mail.published() instanceof When.Unknown);
        assertEquals("words alone", mail.object().text());
    }

    @Test
    void everyByteBelongsToOneMail() {
        for (var text :
                List.of(mailbox(), "\u00EF\u00BB\u00BF" + mailbox(), mailbox().replace("\n", "\r\n"))) {
            var places = new ArrayList<Spot>();
            read(text).forEach(mail -> places.add(mail.spot()));
            long at = 0;
            for (var place : places) {
                assertEquals(at, place.from());
                at = place.to();
            }
            assertEquals(text.length(), at);
        }
    }

    /// Half of a character, in the words, in what is hidden and in an address, and a year that no calendar has.
    @Test
    void whatOneMailHoldsTakesNoOtherAway() {
        String from = "From rauf@mail.example Fri Jan  2 02:59:00 2026\n";
        var box = Mails.mailbox(
                from + "From: a@a.example\nTo: b@b.example\nSubject: 1\nDate: Fri, 2 Jan 2026 02:59:00 +0400\n\none\n\n"
                        + from
                        + "From: a@a.example\nTo: b@b.example\nSubject: 2\nDate: 31 Dec 999999999 23:59:59 -0001\n"
                        + "Content-Type: text/html\n\n<p hidden>y&#xD801;</p><a href='http://x.example/&#xDFFF;'>x&#xD800;</a>\n\n"
                        + from
                        + "From: a@a.example\nTo: b@b.example\nSubject: 3\nDate: Fri, 2 Jan 2026 02:59:00 +0400\n\nthree\n",
                Keys.NONE);
        assertEquals(
                List.of("1", "2", "3"),
                box.records.stream()
                        .map(record -> record.object().text().substring(0, 1))
                        .toList());
        assertTrue(box.records.get(1).object().text().contains("x\uFFFD"));
    }
}
