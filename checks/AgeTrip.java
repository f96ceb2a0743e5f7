import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.taniq.base.Durable;
import org.taniq.seal.Blobs;
import org.taniq.base.age.Identity;
import org.taniq.seal.Keyring;
import org.taniq.base.age.Passphrase;
import org.taniq.seal.WaysIn;

/// Our half of checks/age.sh: `AgeTrip.java write|read FOLDER WORDS`.
final class AgeTrip {
    private final Path folder;
    private final Passphrase passphrase;
    private final Durable durable = new Durable();

    private AgeTrip(Path folder, Passphrase passphrase) {
        this.folder = folder;
        this.passphrase = passphrase;
    }

    public static void main(String[] arguments) throws IOException {
        var trip = new AgeTrip(Path.of(arguments[1]), Passphrase.of(arguments[2].toCharArray()));
        switch (arguments[0]) {
            case "write" -> trip.write();
            case "read" -> trip.read();
            default -> throw new IllegalArgumentException("write or read");
        }
    }

    private void write() throws IOException {
        var identity = Identity.generate(new SecureRandom());
        Files.writeString(folder.resolve("identity.txt"), identity.secret() + "\n");
        Files.writeString(folder.resolve("recipient.txt"), identity.recipient().text() + "\n");
        var sealed = new StringBuilder();
        for (int size : new int[] {0, 1, 1000, 65_536, 200_000, 5_000_000}) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var stored = blobs().put(new ByteArrayInputStream(bytes), identity.recipient());
            sealed.append(stored.name() + " " + stored.sha256() + " " + stored.size() + "\n");
        }
        Files.writeString(folder.resolve("sealed.txt"), sealed);
        waysIn().add(identity, passphrase, new SecureRandom());
        Keyring.create(folder.resolve("config"), passphrase, new SecureRandom(), durable);
    }

    private void read() throws IOException {
        var identity = waysIn().open(passphrase);
        byte[] plain = Files.readAllBytes(folder.resolve("plain"));
        byte[] theirs = Files.readAllBytes(folder.resolve("theirs.age"));
        if (!Arrays.equals(plain, Blobs.unwrap(theirs, identity, plain.length))) {
            throw new IOException("what age encrypted is not what came out");
        }
    }

    private Blobs blobs() {
        return new Blobs(folder.resolve("blob"), durable);
    }

    private WaysIn waysIn() {
        return new WaysIn(folder.resolve("keys"), durable);
    }
}
