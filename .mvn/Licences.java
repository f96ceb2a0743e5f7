import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Takes out of jars what they say of their licences, and of the licences of what others made and they hold: `java
/// Licences.java FOLDER JAR…`. So it can be read without unpacking a jar.
void main(String[] args) throws IOException {
    for (var jar : List.copyOf(Arrays.asList(args)).subList(1, args.length)) {
        try (var zip = new ZipFile(jar)) {
            var folder = Path.of(args[0], String.valueOf(Path.of(jar).getFileName()).replaceFirst("\\.jar$", ""));
            for (var entry : Collections.list(zip.entries())) {
                var text = TEXT.matcher(entry.getName());
                if (text.matches()) {
                    var file = Files.createDirectories(folder).resolve(text.group(1));
                    Files.write(file, zip.getInputStream(entry).readAllBytes());
                    Files.setLastModifiedTime(file, entry.getLastModifiedTime());
                }
            }
        }
    }
}

static final Pattern TEXT = Pattern.compile("META-INF/([^/]*(?:LICENSE|NOTICE)[^/]*)");
