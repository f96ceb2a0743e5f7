import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.taniq.base.age.Passphrase;

/// Locks files of keys again under the same words with little work, for a test that opens them a thousand times:
/// `QuickKeys.java WORDS FILE...`.
final class QuickKeys {
    private static final int LITTLE_WORK = 2;
    private static final int LARGEST = 4096;

    private QuickKeys() {}

    public static void main(String[] arguments) throws IOException {
        try (var words = Passphrase.of(arguments[0].toCharArray(), LITTLE_WORK)) {
            for (int n = 1; n < arguments.length; n++) {
                var file = Path.of(arguments[n]);
                Files.write(file, words.lock(words.unlock(Files.readAllBytes(file), LARGEST)));
            }
        }
    }
}
