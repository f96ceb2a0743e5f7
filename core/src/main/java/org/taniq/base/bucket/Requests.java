package org.taniq.base.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Asks one provider for the files of one folder in a bucket, with a bounded number of trials for each request. What
/// it refuses is said by [Refusal].
final class Requests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIALS = 3;
    private static final int MOST_FILES = 5_000_000;

    private final BucketAddress address;
    private final S3Client client;
    private final Refusal refusal;

    /// @param proxy an HTTP proxy on this computer; empty for none
    Requests(BucketAddress address, BucketKeys keys, Optional<URI> proxy) {
        this.address = address;
        this.refusal = new Refusal(address);
        this.client = client(address, keys, new NamelessClient(http(proxy)));
    }

    /// Left to itself, the library goes by what the computer and the Java are set to.
    private static SdkHttpClient http(Optional<URI> proxy) {
        var route = proxy.map(Requests::proxy).orElse(Proxy.NO_PROXY);
        return UrlConnectionHttpClient.create(asked -> connection(asked, route));
    }

    private static Proxy proxy(URI at) {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(at.getHost(), at.getPort()));
    }

    private static HttpURLConnection connection(URI asked, Proxy route) {
        try {
            var connection = (HttpURLConnection) asked.toURL().openConnection(route);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            return connection;
        } catch (IOException noAddress) {
            throw new UncheckedIOException(noAddress);
        }
    }

    /// No file of settings is read but that of the keys, and no checksum is sent or asked for that only Amazon knows.
    private static S3Client client(BucketAddress address, BucketKeys keys, SdkHttpClient http) {
        var settings = ClientOverrideConfiguration.builder()
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("none")
                .retryStrategy(retry -> retry.maxAttempts(TRIALS))
                .build();
        return S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(keys.credentials()))
                .httpClient(http)
                .overrideConfiguration(settings)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .build();
    }

    BucketAddress address() {
        return address;
    }

    /// Asks, and says in words what was refused.
    ///
    /// @param file what it is about; empty for the bucket
    <T> T ask(String file, Function<S3Client, T> question) throws IOException {
        try {
            return question.apply(client);
        } catch (SdkException refused) {
            throw refusal.of(refused, file);
        }
    }

    Refusal refusal() {
        return refusal;
    }

    /// All files that are there.
    Listing list() throws IOException {
        var listing = new Listing();
        Optional<String> from = Optional.empty();
        int listed = 0;
        do {
            var request =
                    ListObjectsV2Request.builder().bucket(address.bucket()).prefix(address.start());
            from.ifPresent(request::continuationToken);
            var page = ask("", s3 -> s3.listObjectsV2(request.build()));
            page.contents().forEach(object -> add(object, listing));
            listed += page.contents().size();
            from = Boolean.TRUE.equals(page.isTruncated())
                    ? Optional.of(
                            next(page.nextContinuationToken(), page.contents().size()))
                    : Optional.empty();
        } while (from.isPresent() && listed <= MOST_FILES);
        if (listed > MOST_FILES) {
            throw new OutOfReach(Said.of("{place} holds more files than a copy can have", "place", address));
        }
        return listing;
    }

    /// A list that is cut would make a copy look shorter than it is, and be set back.
    private String next(@org.jspecify.annotations.Nullable String token, int listed) throws OutOfReach {
        if (token == null || listed == 0) {
            throw new OutOfReach(Said.of("{place} gives no whole list of its files", "place", address));
        }
        return token;
    }

    private void add(S3Object object, Listing listing) {
        if (object.key().startsWith(address.start())) {
            long size = object.size() == null ? 0 : Math.max(0, object.size());
            listing.add(object.key().substring(address.start().length()), new Listing.There(size, tag(object.eTag())));
        }
    }

    /// A checksum as it is stated, without the quotes around it.
    static String tag(@org.jspecify.annotations.Nullable String stated) {
        return stated == null ? "" : stated.replace("\"", "");
    }

    /// The bytes of a file from one on.
    ///
    /// @param tag of the file whose first bytes were read before; empty where none were
    ResponseInputStream<GetObjectResponse> get(String name, long from, String tag) throws IOException {
        var request = GetObjectRequest.builder().bucket(address.bucket()).key(address.key(name));
        if (from > 0) {
            request.range("bytes=" + from + "-").ifMatch("\"" + tag + "\"");
        }
        return ask(name, s3 -> s3.getObject(request.build()));
    }

    @Override
    public void close() {
        client.close();
    }
}
