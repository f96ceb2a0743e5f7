package org.taniq.app;

import java.util.List;
import org.taniq.read.Ledger;
import org.taniq.seal.Pointer;

/// What was read out of an item.
///
/// @param records how many are findable now
public record ReadItem(Ledger ledger, List<Pointer> readings, long records) {}
