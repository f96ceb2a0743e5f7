package org.taniq.base.bucket;

import java.net.URI;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Where files lie: the computer that is asked, the bucket, and the folder in it.
///
/// @param endpoint `https://host`, with a port where it has one of its own
/// @param region as the provider calls it; it is part of what is signed
/// @param prefix the folder without slashes at its ends; empty for the bucket as a whole
public record BucketAddress(URI endpoint, String region, String bucket, String prefix) {
    private static final String START = "s3://";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,63}");
    private static final Pattern NAMED_REGION = Pattern.compile("^https?://s3[.-]([a-z]{2}-[a-z0-9-]+)\\.");
    private static final Pattern FOLDER = Pattern.compile("[^/\\p{Cntrl}\\\\]{1,200}");

    public BucketAddress {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("no bucket");
        }
    }

    /// Whether this is meant to be a bucket, and no folder.
    public static boolean isMeant(String typed) {
        return typed.regionMatches(true, 0, START, 0, START.length());
    }

    /// Reads `s3://BUCKET/FOLDER`.
    ///
    /// @param endpoint the address of the provider; empty for Amazon's own in that region
    /// @param region empty where the provider has none
    /// @throws Trouble if one of them is none
    public static BucketAddress of(String typed, String endpoint, String region) throws Trouble {
        String rest = typed.substring(Math.min(START.length(), typed.length())).replaceFirst("/+$", "");
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        String prefix = slash < 0 ? "" : rest.substring(slash + 1);
        if (!isMeant(typed) || !BUCKET.matcher(bucket).matches() || !(prefix.isEmpty() || isFolder(prefix))) {
            throw new Trouble(
                    "this is no place in a bucket: write it as s3://BUCKET/FOLDER, without an address, a key or a password"
                            + " in it");
        }
        String named = region.isEmpty() ? regionIn(endpoint) : region;
        if (!REGION.matcher(named).matches()) {
            throw new Trouble(Said.of("{text} is no region", "text", region));
        }
        return new BucketAddress(
                endpoint.isEmpty() ? URI.create("https://s3." + named + ".amazonaws.com") : endpoint(endpoint),
                named,
                bucket,
                prefix);
    }

    private static boolean isFolder(String prefix) {
        for (var part : prefix.split("/", -1)) {
            if (!FOLDER.matcher(part).matches() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /// Many providers write it into their addresses, as `https://s3.eu-central-003.example.org`; others have none and
    /// take Amazon's first.
    private static String regionIn(String endpoint) {
        var named = NAMED_REGION.matcher(endpoint);
        return named.find() ? named.group(1) : "us-east-1";
    }

    private static URI endpoint(String text) throws Trouble {
        try {
            var address = URI.create(text.replaceFirst("/+$", ""));
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && isPlain(address)) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            throw noEndpoint(); // what was typed may hold a password
        }
        throw noEndpoint();
    }

    private static boolean isPlain(URI address) {
        return address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawPath().isEmpty();
    }

    private static Trouble noEndpoint() {
        return new Trouble("this is no address of a provider: write it as https://HOST, and nothing behind it");
    }

    /// Whether nobody on the way can read or change what is sent.
    public boolean isEncrypted() {
        return "https".equals(endpoint.getScheme());
    }

    public String host() {
        return endpoint.getHost();
    }

    public int port() {
        int named = endpoint.getPort();
        return named >= 0 ? named : isEncrypted() ? HTTPS : HTTP;
    }

    /// The key of the object that is the file of this name.
    String key(String name) {
        return start() + name;
    }

    /// What the keys of all objects in the folder begin with.
    String start() {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    @Override
    public String toString() {
        return START + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
