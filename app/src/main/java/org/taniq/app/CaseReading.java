package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.taniq.read.Given;
import org.taniq.read.record.Parser;
import org.taniq.seal.Glance;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Reads what is sealed in a case: seals its records and makes them findable.
final class CaseReading {
    private final Desk desk;
    private final Casebook casebook;
    private final CaseCustody custody;
    private final Index index;
    private Watch watch = Watch.NOBODY;
    private Given given = Given.NOTHING;

    CaseReading(Desk desk, Casebook casebook, CaseCustody custody, Index index) {
        this.desk = desk;
        this.casebook = casebook;
        this.custody = custody;
        this.index = index;
    }

    void watchedBy(Watch watching) {
        watch = watching;
        index.watch(watching);
    }

    void given(Given more) {
        given = more;
    }

    /// In a locked case nothing is read now: reading fills the search index, which anybody could open who has the
    /// passphrase.
    void read(List<? extends SealedItem> sealed, Consumer<Added> told) throws IOException {
        if (casebook.isLocked()) {
            sealed.forEach(item -> told.accept(new Added(item, List.of())));
            return;
        }
        var left = isReadBefore(sealed)
                ? StillToRead.OF_NEW_ONES
                : StillToRead.of(sealed, casebook::unlocked, casebook.log());
        casebook.writing().learnRead(left.readBefore());
        try (var run = this.<SealedItem>run(HowRead.any(given), (item, read) -> told.accept(new Added(item, read)))) {
            for (var item : sealed) {
                run.read(item, left.of(item));
            }
            run.commit();
        }
        casebook.writing().rememberLearned();
    }

    /// Whether nothing is left to read of what was sealed before. Also now, in the turn to write, the case is looked
    /// at: somebody may have erased something of it since.
    private boolean isReadBefore(List<? extends SealedItem> sealed) throws IOException {
        boolean allKnown = sealed.stream().allMatch(this::isReadBefore);
        var glance = allKnown && sealed.stream().anyMatch(SealedItem.Again.class::isInstance)
                ? custody.glance()
                : Optional.<Glance>empty();
        if (glance.isPresent() && casebook.isWriting()) {
            casebook.writing().learnOpened(glance.get().opened());
        }
        return glance.isPresent();
    }

    private boolean isReadBefore(SealedItem item) {
        return switch (item) {
            case SealedItem.Again again -> casebook.known().wasRead(again.index());
            case SealedItem.Parts parts ->
                parts.texts().isEmpty() && parts.again().stream().allMatch(casebook.known()::wasRead);
            case SealedItem.New _, SealedItem.Refused _, SealedItem.NotSealed _ -> true;
        };
    }

    /// Everything that was sealed and not read, and what a mapping knows that was kept whole.
    ///
    /// @return how many items that were
    int readLeft(Consumer<AfterReading> told) throws IOException {
        var left = new LeftUnread(casebook.unlocked());
        var items = new ArrayList<>(
                left.items().stream().map(Unlocked.Sealed::pointer).toList());
        items.addAll(new KeptWhole(casebook.unlocked(), given).items());
        try (var run = this.<Pointer>run(HowRead.any(given), (_, read) -> read.forEach(told))) {
            for (var item : items) {
                run.read(item, List.of(left.fromVault(item)));
            }
            run.commit();
        }
        return items.size();
    }

    /// Every item that this parser may know and has not read before.
    ///
    /// @return how many that were
    int readBy(Parser parser, Consumer<AfterReading> told) throws IOException {
        var left = new LeftUnread(casebook.unlocked());
        var items = new ItemsLeft(casebook.unlocked(), parser).items();
        var how = new HowRead.AskedFor(parser);
        try (var run = this.<Pointer>run(how, (_, read) -> read.forEach(told))) {
            for (var item : items) {
                run.read(item, List.of(left.fromVault(item)));
            }
            run.commit();
        }
        return items.size();
    }

    private <T> ReadingRun<T> run(HowRead how, BiConsumer<T, List<AfterReading>> told) throws IOException {
        var turn = casebook.writing();
        return new ReadingRun<>(
                () -> new ReadingRoom(turn, index.adding(casebook::unlocked, turn::readings), watch, how),
                desk.clock(),
                told);
    }
}
