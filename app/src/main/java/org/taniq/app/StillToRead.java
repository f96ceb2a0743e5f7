package org.taniq.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.acquire.Item;
import org.taniq.seal.Pointer;

/// What is to be read of files that were sealed now or before. The vault is opened only if something was
/// sealed before, or is to be read from there.
final class StillToRead {
    /// Where of what was sealed before everything was read.
    static final StillToRead OF_NEW_ONES = new StillToRead(Optional.empty(), Set.of(), Map.of());

    private final Optional<LeftUnread> vault;
    private final Set<Pointer> readBefore;
    private final Map<Long, Pointer> left;

    private StillToRead(Optional<LeftUnread> vault, Set<Pointer> readBefore, Map<Long, Pointer> left) {
        this.vault = vault;
        this.readBefore = Set.copyOf(readBefore);
        this.left = Map.copyOf(left);
    }

    /// @param log the log into which this person seals: what a statement without a log means
    static StillToRead of(List<? extends SealedItem> items, Index.Unlocking unlocking, String log) throws IOException {
        boolean needed =
                items.stream().anyMatch(item -> item instanceof SealedItem.Again || item instanceof SealedItem.Parts);
        if (!needed) {
            return OF_NEW_ONES;
        }
        var vault = new LeftUnread(unlocking.unlocked());
        var left = new HashMap<Long, Pointer>();
        vault.items().stream()
                .map(item -> item.pointer())
                .filter(item -> item.log().equals(log))
                .forEach(item -> left.put(item.index(), item));
        return new StillToRead(Optional.of(vault), vault.readWithin(log), left);
    }

    /// Items in that log of which it tells what was read.
    Set<Pointer> readBefore() {
        return readBefore;
    }

    List<ToRead> of(SealedItem sealed) {
        return switch (sealed) {
            case SealedItem.New one -> List.of(ToRead.of(one));
            case SealedItem.Again again -> again(again.index(), again.item());
            case SealedItem.Parts parts -> parts(parts);
            case SealedItem.Refused _, SealedItem.NotSealed _ -> List.of();
        };
    }

    private List<ToRead> again(long index, Item item) {
        return left(index)
                .map(pointer -> vault.orElseThrow().fromFile(pointer, item))
                .toList();
    }

    private List<ToRead> parts(SealedItem.Parts parts) {
        return Stream.concat(parts.texts().stream(), parts.again().stream().flatMap(this::left))
                .map(pointer -> vault.orElseThrow().fromVault(pointer))
                .toList();
    }

    private Stream<Pointer> left(long index) {
        return Stream.ofNullable(left.get(index));
    }
}
