package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.read.Records;
import org.taniq.seal.Vault;
import org.taniq.seal.WaysIn;

/// What opens a case when the person's own passphrase does not, or not in this copy. What it gives may be
/// another vault's: whoever uses it looks.
@FunctionalInterface
public interface WayBack {

    /// The keys that this opens, best first; empty where there is none.
    List<Identity> identities(Vault vault) throws IOException;

    /// The paper key, or age keys of somebody who was let in.
    static WayBack keys(List<Identity> held) {
        return vault -> {
            var all = new ArrayList<>(held);
            all.addAll(ways(vault.folder()).openedBy(held));
            return all;
        };
    }

    /// Another passphrase that opens this copy.
    static WayBack passphrase(Passphrase other) {
        return vault -> List.of(ways(vault.folder()).open(other));
    }

    /// The person's passphrase, in another copy of the case.
    static WayBack copy(Path copy, Desk desk) {
        return _ -> List.of(ways(Vault.at(copy).folder()).open(desk.passphrase()));
    }

    private static WaysIn ways(Path vault) {
        return new WaysIn(vault.resolve("keys"), new Durable());
    }

    /// The key of this vault among those that this opens: the one to which its logs were sealed. Who stores a
    /// copy can put a log and a key of his own beside them; where both are opened, nothing tells whose is whose,
    /// and what is sealed next would be sealed for one of them.
    ///
    /// @throws Trouble if there is none, or more than one
    default Identity identity(Vault vault) throws IOException {
        var keys = new LinkedHashSet<Identity>();
        for (var each : identities(vault)) {
            if (isKeyOf(each, vault)) {
                keys.add(each);
            }
        }
        if (keys.size() > 1) {
            throw new Trouble("in this folder lie the keys of two cases, and somebody else may have put one there:"
                    + " nothing was changed; take another copy, or the paper key of the case");
        }
        return keys.stream().findFirst().orElseThrow(WayBack::none);
    }

    /// As [#identity(Vault)], where it is known to whom the case was sealed.
    default Identity identity(Vault vault, Recipient pinned) throws IOException {
        return identities(vault).stream()
                .filter(each -> each.recipient().equals(pinned))
                .findFirst()
                .orElseThrow(WayBack::none);
    }

    private static Trouble none() {
        return new Trouble("this key opens nothing in this folder: it is the key of another case, or was never let"
                + " into this copy");
    }

    private static boolean isKeyOf(Identity identity, Vault vault) throws IOException {
        return vault.unlock(identity, Map.of()).statements("log/1").stream()
                .map(log -> Records.text(log.value("recipient")))
                .anyMatch(identity.recipient().text()::equals);
    }
}
