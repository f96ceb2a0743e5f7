package org.taniq.read.telegramhtml;

import java.util.Arrays;
import org.taniq.base.html.HtmlPage;
import org.taniq.read.record.Spot;

/// In which lines of a page something stands.
final class PageLines {
    private final int[] ends;

    PageLines(byte[] page) {
        int count = 0;
        for (byte each : page) {
            count += each == '\n' ? 1 : 0;
        }
        ends = new int[count];
        int next = 0;
        for (int at = 0; at < page.length; at++) {
            if (page[at] == '\n') {
                ends[next++] = at;
            }
        }
    }

    Spot spot(HtmlPage.Stretch stretch) {
        return spot(stretch.from(), stretch.to());
    }

    Spot spot(long from, long to) {
        return new Spot.Lines(from, to, line(from), line(Math.max(from, to - 1)));
    }

    private long line(long at) {
        int found = Arrays.binarySearch(ends, (int) at);
        return (found >= 0 ? found : -found - 1) + 1L;
    }
}
