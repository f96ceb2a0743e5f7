package org.taniq.base.bucket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/// What opens a bucket: an access key and its secret. Found where Amazon's tools look: in the environment, else in
/// `~/.aws/credentials`. Only keys that stand there are used: no program is run for one and nobody is asked.
public final class BucketKeys {
    private static final String ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final String TOKEN = "aws_session_token";

    private final AwsCredentials credentials;

    private BucketKeys(AwsCredentials credentials) {
        this.credentials = credentials;
    }

    /// @param home the person's home folder
    /// @throws Trouble if there are none
    public static BucketKeys find(Map<String, String> environment, Path home) throws Trouble {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (!id.isEmpty() && !secret.isEmpty()) {
            return of(id, secret, environment.getOrDefault("AWS_SESSION_TOKEN", ""));
        }
        String named = environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "");
        Path file = named.isEmpty() ? home.resolve(".aws/credentials") : Path.of(named);
        return inFile(file, environment.getOrDefault("AWS_PROFILE", "default"));
    }

    private static BucketKeys of(String id, String secret, String token) {
        return new BucketKeys(
                token.isEmpty()
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }

    private static BucketKeys inFile(Path file, String name) throws Trouble {
        if (!Files.isRegularFile(file)) {
            throw new Trouble(
                    "there is no key to a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write them into"
                            + " ~/.aws/credentials");
        }
        var profile = profiles(file).profile(name);
        var id = profile.flatMap(found -> property(found, ID));
        var secret = profile.flatMap(found -> property(found, SECRET));
        if (id.isEmpty() || secret.isEmpty()) {
            throw new Trouble(Said.of(
                    "{file} has no aws_access_key_id and aws_secret_access_key for the profile {name}, and other ways to a"
                            + " key are not taken",
                    Map.of("file", file, "name", name)));
        }
        return of(
                id.get(),
                secret.get(),
                profile.flatMap(found -> property(found, TOKEN)).orElse(""));
    }

    private static java.util.Optional<String> property(Profile profile, String name) {
        return profile.property(name).filter(value -> !value.isBlank());
    }

    /// What the library says of a line that it cannot read may quote it.
    private static ProfileFile profiles(Path file) throws Trouble {
        try {
            return ProfileFile.builder()
                    .content(file)
                    .type(ProfileFile.Type.CREDENTIALS)
                    .build();
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw new Trouble(Said.of("{file} is not written as a file of keys is", "file", file));
        }
    }

    AwsCredentials credentials() {
        return credentials;
    }

    /// Never what it holds.
    @Override
    public String toString() {
        return "keys to a bucket";
    }
}
