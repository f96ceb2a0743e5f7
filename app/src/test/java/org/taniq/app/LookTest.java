package org.taniq.app;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.*;
import org.taniq.act.*;
import org.taniq.read.Records;
import org.taniq.seal.*;
import org.taniq.tell.*;

final class LookTest {
    @TempDir Path temp = Path.of("");

    @Test
    void look() throws Exception {
        long t0 = System.currentTimeMillis();
        try (var c = SmallCase.in(temp)) {
            System.out.println("begin " + (System.currentTimeMillis() - t0));
            c.add(NotRun.root().resolve("samples/case"));
            System.out.println("added " + (System.currentTimeMillis() - t0));
            var all = c.casebook().assess();
            System.out.println("assessed " + all.size() + " " + (System.currentTimeMillis() - t0));
            var choices = new ArrayList<Dossier.Choice>();
            all.stream().limit(30).forEach(a -> choices.add(new Dossier.Choice.Message(a.reading(), a.record())));
            var shot = c.item("Screenshot_20261107-2214.png");
            choices.add(new Dossier.Choice.File(shot.pointer()));
            choices.add(new Dossier.Choice.File(c.item("postal-receipt.jpg").pointer())); choices.add(new Dossier.Choice.File(c.item("IMG-20261105-WA0001.jpg").pointer()));
            c.casebook().act(new Step("0123456789abcdef0123456789abcdef", "Complaint to the police", "District police office", List.of("Criminal Code, article 134"), Step.State.SENT, "", List.of(new Step.Proof(c.item("postal-receipt.jpg").pointer(), Step.Rank.POSTAL_RECEIPT)), List.of(new Step.Date(Step.State.SENT, java.time.LocalDate.parse("2026-11-10")))), "Aytac");
            for (var lang : DossierPages.Language.values()) {
                var out = Path.of("/tmp/look-" + lang + ".zip");
                Files.deleteIfExists(out);
                var w = new Withholding(Set.of("Babək Sülüzadə"), Set.of("Murad"), Map.of(shot.pointer(), List.of(new Pixels.Area(100, 300, 600, 200))));
                c.casebook().tell(c.dossier(lang, choices, w), out);
                System.out.println("told " + (System.currentTimeMillis() - t0));
            }
            System.out.println(DossierCheck.check(Path.of("/tmp/look-EN.zip")).json());
        }
    }
}
