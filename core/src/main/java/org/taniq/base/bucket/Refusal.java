package org.taniq.base.bucket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Destination;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a provider answers instead of doing what it was asked, in words for whoever asked. What the provider or
/// the library says itself is not passed on: it may repeat keys.
final class Refusal {
    private static final int NOT_FOUND = 404;
    private static final int NO_ROOM = 507;
    private static final int FORBIDDEN = 403;
    private static final int REDIRECTED = 300;
    private static final int WRONG = 400;
    private static final int FAULT = 500;

    private final BucketAddress address;
    private final String host;

    Refusal(BucketAddress address) {
        this.address = address;
        this.host = address.host();
    }

    /// @param file what was asked for; empty for the bucket
    IOException of(SdkException failed, String file) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Destination.Unreadable ours) {
                return ours;
            }
        }
        if (failed instanceof S3Exception answered) {
            return answered(answered, file);
        }
        return new OutOfReach(Said.of("{host} cannot be reached: {why}", Map.of("host", host, "why", why(failed))));
    }

    /// The connection ended in the middle.
    OutOfReach cut(IOException failed) {
        return new OutOfReach(Said.of("{host} cannot be reached: {why}", Map.of("host", host, "why", why(failed))));
    }

    private IOException answered(S3Exception answered, String file) {
        String code = code(answered.awsErrorDetails());
        if (answered.statusCode() == NOT_FOUND && !file.isEmpty() && !code.equals("NoSuchBucket")) {
            return new NoSuchFileException(address + "/" + file);
        }
        return new OutOfReach(said(answered.statusCode(), code));
    }

    private static String code(@Nullable AwsErrorDetails details) {
        String code = details == null ? "" : String.valueOf(details.errorCode());
        return code.matches("[A-Za-z0-9.]{1,64}") ? code : "";
    }

    private Said said(int status, String code) {
        return switch (code) {
            case "InvalidAccessKeyId" ->
                Said.of(
                        "{host} does not know this access key: look at AWS_ACCESS_KEY_ID, or the profile in ~/.aws/credentials",
                        "host",
                        host);
            case "SignatureDoesNotMatch", "InvalidSignature" ->
                Said.of(
                        "{host} refuses the secret of this access key: look whether it is typed whole, and whether the region is right",
                        "host",
                        host);
            case "ExpiredToken", "InvalidToken" ->
                Said.of("{host} says that this key is no longer valid: get a new one", "host", host);
            case "NoSuchBucket" ->
                Said.of(
                        "{host} has no bucket {bucket}: make it there, or look how its name is written",
                        Map.of("host", host, "bucket", address.bucket()));
            case "RequestTimeTooSkewed", "RequestExpired" ->
                Said.of(
                        "{host} refuses because the clock of this computer is wrong: set it, and run again",
                        "host",
                        host);
            case "QuotaExceeded", "QuotaExceededException", "XMinioStorageFull", "InsufficientStorage", "StorageFull" ->
                noRoom();
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                elsewhere();
            case "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch", "IncompleteBody" ->
                Said.of("{host} got other bytes than were sent: run again", "host", host);
            default -> said(status);
        };
    }

    private Said said(int status) {
        if (status == NO_ROOM) {
            return noRoom();
        }
        if (status == FORBIDDEN) {
            return Said.of(
                    "{host} does not let this key into the bucket {bucket}: it must be allowed to list, read, write and"
                            + " delete there",
                    Map.of("host", host, "bucket", address.bucket()));
        }
        if (status >= FAULT) {
            return Said.of(
                    "{host} cannot do it now ({status}): run again later", Map.of("host", host, "status", status));
        }
        if (status >= REDIRECTED && status < WRONG) {
            return elsewhere();
        }
        return Said.of(
                "{host} refuses ({status}): this may be no bucket, or not at this --endpoint",
                Map.of("host", host, "status", status));
    }

    private Said noRoom() {
        return Said.of("{host} has no more room for you: get more, or free some, and run again", "host", host);
    }

    private Said elsewhere() {
        return Said.of("{host} says that the bucket is elsewhere: name its --region, and its --endpoint", "host", host);
    }

    private static Said why(Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return Said.of("there is no computer of that name, or no network");
                }
                case ConnectException _ -> {
                    return Said.of("it takes no connection");
                }
                case SSLException _ -> {
                    return Said.of("it does not show that it is the one (TLS)");
                }
                case SocketTimeoutException _ -> {
                    return Said.of("no answer in time");
                }
                case IOException tunnel
                when String.valueOf(tunnel.getMessage()).startsWith("Unable to tunnel") -> {
                    return Said.of("the proxy does not lead there");
                }
                default -> {
                    continue;
                }
            }
        }
        return Said.of("the connection was cut");
    }
}
