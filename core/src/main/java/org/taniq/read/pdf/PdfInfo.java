package org.taniq.read.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.picture.XmpTexts;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Thing;

/// What a PDF says of itself (ISO 32000-1, 14.3): who made it with what, and when.
final class PdfInfo {
    private static final int MOST = 500;
    private static final int LONGEST = 1 << 14;
    private static final int LARGEST_XMP = 4 << 20;

    private static final Map<String, String> NAMED = Map.of(
            "Title", "title",
            "Author", "author",
            "Subject", "subject",
            "Keywords", "keywords",
            "Creator", "program",
            "Producer", "producer",
            "CreationDate", "made",
            "ModDate", "updatedAt");

    private static final Map<String, String> IN_XMP = Map.of(
            "dc:title", "title",
            "dc:creator", "author",
            "dc:description", "subject",
            "pdf:Keywords", "keywords",
            "xmp:CreatorTool", "program",
            "pdf:Producer", "producer");

    private static final Set<String> WORDS = Set.of("title", "subject", "keywords");
    private static final Pattern DATE = Pattern.compile(
            "(?:D:)?(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(Z|[+-]\\d{2}'?(?:\\d{2})?'?)?.*", Pattern.DOTALL);

    private static final Pattern VERSION = Pattern.compile("startxref\\s+[1-9][0-9]{0,9}");

    private final PDDocument pdf;
    private final SequencedSet<Detail> details = new LinkedHashSet<>();
    private String made = "";

    PdfInfo(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        details.add(Detail.of("pages", pdf.getNumberOfPages()));
        if (pdf.getDocument().getTrailer().getDictionaryObject(COSName.INFO) instanceof COSDictionary info) {
            info.keySet().forEach(key -> entry(key.getName(), info));
        }
        var metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            try (var in = metadata.createInputStream()) {
                XmpTexts.of(in.readNBytes(LARGEST_XMP)).forEach(this::property);
            }
        }
    }

    private void entry(String key, COSDictionary info) {
        if (info.getDictionaryObject(COSName.getPDFName(key)) instanceof COSString value) {
            made = key.equals("CreationDate") ? value.getString() : made;
            add(NAMED.getOrDefault(key, ""), key, value.getString());
        }
    }

    private void property(XmpTexts.Property property) {
        add(IN_XMP.getOrDefault(property.name(), ""), property.name(), property.value());
    }

    private void add(String ours, String theirs, String value) {
        String text = Detail.cut(value.strip(), LONGEST);
        if (text.isEmpty() || details.size() > MOST) {
            return;
        }
        details.add(
                ours.isEmpty()
                        ? new Detail(
                                "noted",
                                Json.object()
                                        .put("name", Detail.cut(theirs, LONGEST))
                                        .put("value", text)
                                        .build())
                        : Detail.of(ours, text));
    }

    /// The record of the file with all this.
    Activity of(Activity whole) {
        String words = details.stream()
                .filter(detail -> WORDS.contains(detail.name()))
                .flatMap(detail -> detail.value() instanceof Json.Str(String text) ? Stream.of(text) : Stream.empty())
                .distinct()
                .collect(Collectors.joining("\n"));
        var media =
                whole.object() instanceof Thing.Media file ? file.with(new LinkedHashMap<>(), words) : whole.object();
        return new Activity(
                whole.verb(),
                whole.actor(),
                whole.audience(),
                made.isEmpty() ? whole.published() : when(made),
                media,
                whole.marks(),
                whole.spot(),
                whole.inReplyTo(),
                whole.address(),
                whole.counts(),
                whole.id(),
                whole.place(),
                List.copyOf(details));
    }

    /// `D:20260506070809+04'00'`. Of what is no time nothing is kept here: it is the detail `made`.
    static When when(String written) {
        var date = DATE.matcher(written);
        if (!date.matches()) {
            return new When.Unknown("", "a time that is not understood");
        }
        try {
            var local = local(date.toMatchResult());
            String understood = written.substring(0, date.group(7) == null ? date.end(6) : date.end(7));
            String zone = date.group(7) == null ? "" : date.group(7).replace("'", "");
            return zone.isEmpty()
                    ? new When.Local(understood, local, "", "by the clock of the computer that made the file")
                    : new When.Exact(understood, local.toInstant(ZoneOffset.of(zone)));
        } catch (DateTimeException notUnderstood) {
            return new When.Unknown("", "a time that is not understood");
        }
    }

    private static LocalDateTime local(MatchResult date) {
        var parts = new ArrayList<Integer>();
        for (int i = 1; i < 7; i++) {
            parts.add(Integer.valueOf(date.group(i)));
        }
        return LocalDateTime.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    boolean holdsFiles() {
        var names = pdf.getDocumentCatalog().getNames();
        return names != null && names.getEmbeddedFiles() != null;
    }

    /// How often it was written, each time behind what was there before. A PDF that is made for the web says so twice,
    /// the first time with 0.
    long versions(byte[] bytes) {
        return VERSION.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
