package org.taniq.seal;

/// A copy from which a vault is made again.
///
/// @param files puts what is in it into the new vault
record Remains(Vault vault, VaultMoment moment, CopyFiles files) {}
