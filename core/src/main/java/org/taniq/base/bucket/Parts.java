package org.taniq.base.bucket;

import java.io.IOException;
import java.util.ArrayList;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// In which parts large files are sent and copied: a provider takes at most 10,000 of them, and 5 GiB at once.
///
/// @param size how many bytes a part has that is sent
/// @param atOnce how many bytes are copied at once at most
record Parts(long size, long atOnce) {
    /// What is sealed has at most 2^37 bytes: some two thousand parts.
    static final Parts USUAL = new Parts(64L << 20, 5L << 30);

    /// Has the provider copy a file to another name.
    ///
    /// @return its checksum as the provider states it
    String copy(Requests requests, String from, String to, long length) throws IOException {
        if (length > atOnce) {
            return copyInParts(requests, from, to, length);
        }
        var address = requests.address();
        var copied = requests.ask(
                from,
                s3 -> s3.copyObject(copy -> copy.sourceBucket(address.bucket())
                        .sourceKey(address.key(from))
                        .destinationBucket(address.bucket())
                        .destinationKey(address.key(to))));
        return Requests.tag(copied.copyObjectResult().eTag());
    }

    private String copyInParts(Requests requests, String from, String to, long length) throws IOException {
        var address = requests.address();
        String key = address.key(to);
        var begun = requests.ask(
                "",
                s3 -> s3.createMultipartUpload(
                        upload -> upload.bucket(address.bucket()).key(key)));
        var done = new ArrayList<CompletedPart>();
        for (long at = 0; at < length; at += atOnce) {
            int number = done.size() + 1;
            String range = "bytes=" + at + "-" + (Math.min(length, at + atOnce) - 1);
            done.add(requests.ask(from, s3 -> part(s3, address, from, key, begun.uploadId(), number, range)));
        }
        var put = requests.ask(
                "",
                s3 -> s3.completeMultipartUpload(complete -> complete.bucket(address.bucket())
                        .key(key)
                        .uploadId(begun.uploadId())
                        .multipartUpload(all -> all.parts(done))));
        return Requests.tag(put.eTag());
    }

    private static CompletedPart part(
            S3Client s3, BucketAddress address, String from, String key, String upload, int number, String range) {
        var copied = s3.uploadPartCopy(part -> part.sourceBucket(address.bucket())
                .sourceKey(address.key(from))
                .destinationBucket(address.bucket())
                .destinationKey(key)
                .uploadId(upload)
                .partNumber(number)
                .copySourceRange(range));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(copied.copyPartResult().eTag())
                .build();
    }
}
