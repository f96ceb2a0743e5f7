package org.taniq.read.post;

import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.csv.Row;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.TableReading;

/// One comment, or one message in the chat of a live stream, that the account wrote.
final class TakeoutRow implements TableReading.Reader {
    private static final Pattern VIDEO = Pattern.compile("[\\w-]{11}");
    private static final Pattern CODE = Pattern.compile("[\\w.-]{1,200}");

    /// What is a field of the record, or of the one detail that is made of it.
    private static final Set<String> FIELDS = Set.of("id", "channel", "time", "parent", "text");

    private final TakeoutColumns columns;

    TakeoutRow(TakeoutColumns columns) {
        this.columns = columns;
    }

    static boolean isTime(String cell) {
        return !(Clock.iso(cell) instanceof When.Unknown);
    }

    @Override
    public boolean fits(Row row) {
        return row.shape() == Row.Shape.FINE
                && row.cells().size() == columns.names().size();
    }

    @Override
    public boolean mayBe(Row row) {
        return isTime(columns.cell(row, "time"));
    }

    @Override
    public boolean isSurely(Row row) {
        return Segments.areIn(columns.cell(row, "text"));
    }

    @Override
    public boolean isWithoutWords(Row row) {
        return columns.cell(row, "text").isEmpty();
    }

    @Override
    public Activity record(Row row, Spot spot, Place place) {
        var draft = new Draft()
                .by(Draft.named("", columns.cell(row, "channel")))
                .at(Clock.iso(columns.cell(row, "time")))
                .called(columns.cell(row, "id"))
                .answers(columns.cell(row, "parent"))
                .stoodAt(address(row));
        var text = Segments.of(columns.cell(row, "text"));
        draft.words(text.words());
        text.links().forEach(draft::link);
        if (text.isTwice()) {
            draft.twice();
        }
        for (int at = 0; at < row.cells().size(); at++) {
            further(draft, at, row.cells().get(at));
        }
        text.more().forEach(segment -> draft.detail("stretch", segment.inOrder()));
        return draft.record(spot, place);
    }

    private void further(Draft draft, int at, String cell) {
        String meaning = columns.meanings().get(at);
        if (meaning.isEmpty() && !cell.isEmpty()) {
            draft.member(columns.names().get(at), Json.of(cell));
        } else if (!FIELDS.contains(meaning) && !(meaning.equals("price") && cell.equals("0"))) {
            draft.detail(meaning, cell);
        }
    }

    /// Made of the ids, as YouTube itself links to a comment.
    private String address(Row row) {
        String video = columns.cell(row, "video");
        String post = columns.cell(row, "post");
        String id = columns.cell(row, "id");
        if (VIDEO.matcher(video).matches()) {
            boolean isComment = id.startsWith("Ug") && CODE.matcher(id).matches();
            return "https://www.youtube.com/watch?v=" + video + (isComment ? "&lc=" + id : "");
        }
        return CODE.matcher(post).matches() ? "https://www.youtube.com/post/" + post : "";
    }
}
