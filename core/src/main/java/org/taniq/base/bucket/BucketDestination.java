package org.taniq.base.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.taniq.base.Destination;
import org.taniq.base.Digest;
import org.taniq.base.OutOfReach;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// A bucket into which copies are written. What the provider answered is there: it lies under its name whole or not
/// at all. Large files go in parts; of one that was stopped in the middle the parts are taken back the next time.
final class BucketDestination implements Destination {
    private final Requests requests;
    private final BucketFiles files;
    private final Bucket.Again again;
    private final Parts parts;

    BucketDestination(Requests requests, BucketFiles files, Bucket.Again again, Parts parts) {
        this.requests = requests;
        this.files = files;
        this.again = again;
        this.parts = parts;
    }

    @Override
    public boolean isOnDisk() {
        return false;
    }

    @Override
    public Path folder() {
        return files.top();
    }

    /// Where the parts of what was stopped may not be listed or taken back, they stay as long as the provider keeps
    /// them: they are no files, and hinder nothing. So where no folder is named: they may be another program's.
    @Override
    public void prepare() throws IOException {
        var address = requests.address();
        if (address.prefix().isEmpty()) {
            return;
        }
        try {
            var left = requests.ask(
                    "",
                    s3 -> s3.listMultipartUploads(
                            list -> list.bucket(address.bucket()).prefix(address.start())));
            for (var upload : left.uploads()) {
                abandon(upload);
            }
        } catch (OutOfReach mayNot) {
            return;
        }
    }

    private void abandon(MultipartUpload upload) throws IOException {
        if (upload.key().startsWith(requests.address().start())) {
            requests.ask(
                    "",
                    s3 -> s3.abortMultipartUpload(
                            abort -> abort.bucket(requests.address().bucket())
                                    .key(upload.key())
                                    .uploadId(upload.uploadId())));
        }
    }

    /// The provider states a checksum of each file when it lists them. It could state anything.
    @Override
    public boolean vouchesFor(String name, Source source) throws IOException {
        var there = files.listing().file(name);
        if (again == Bucket.Again.EVERYTHING || there.isEmpty()) {
            return false;
        }
        var wanted = Fingerprint.of(source, parts.size());
        return there.get().size() == wanted.size() && there.get().tag().equals(wanted.tag());
    }

    @Override
    public boolean create(String name, String sum, Source source, Room room) throws IOException {
        var print = Fingerprint.of(source, parts.size());
        if (!print.sum().equals(sum)) {
            return false;
        }
        room.make();
        String tag = print.parts().size() == 1 ? whole(name, source, print) : inParts(name, source, print);
        files.changed(name, new Listing.There(print.size(), tag));
        return true;
    }

    private String whole(String name, Source source, Fingerprint print) throws IOException {
        var body = body(source, 0, print.size());
        var put = requests.ask(
                "",
                s3 -> s3.putObject(
                        object -> object.bucket(requests.address().bucket())
                                .key(requests.address().key(name))
                                .contentMD5(print.md5Of(0)),
                        body));
        return Requests.tag(put.eTag());
    }

    private String inParts(String name, Source source, Fingerprint print) throws IOException {
        String key = requests.address().key(name);
        var begun = requests.ask(
                "",
                s3 -> s3.createMultipartUpload(
                        upload -> upload.bucket(requests.address().bucket()).key(key)));
        var done = new ArrayList<CompletedPart>();
        for (int part = 0; part < print.parts().size(); part++) {
            int number = part;
            long length = Math.min(parts.size(), print.size() - part * parts.size());
            var body = body(source, part * parts.size(), length);
            var sent = requests.ask("", s3 -> part(s3, key, begun.uploadId(), number, print.md5Of(number), body));
            done.add(sent);
        }
        var put = requests.ask(
                "",
                s3 -> s3.completeMultipartUpload(
                        complete -> complete.bucket(requests.address().bucket())
                                .key(key)
                                .uploadId(begun.uploadId())
                                .multipartUpload(all -> all.parts(done))));
        return Requests.tag(put.eTag());
    }

    private CompletedPart part(S3Client s3, String key, String upload, int number, String md5, RequestBody body) {
        var sent = s3.uploadPart(
                part -> part.bucket(requests.address().bucket())
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number + 1)
                        .contentMD5(md5),
                body);
        return CompletedPart.builder().partNumber(number + 1).eTag(sent.eTag()).build();
    }

    /// Opened again for each trial.
    private static RequestBody body(Source source, long from, long length) {
        return RequestBody.fromContentProvider(() -> open(source, from), length, "application/octet-stream");
    }

    private static InputStream open(Source source, long from) {
        try {
            var in = source.open();
            in.skipNBytes(from);
            return in;
        } catch (IOException failed) {
            throw new UncheckedIOException(new Unreadable(failed));
        }
    }

    @Override
    public void replace(String name, byte[] bytes) throws IOException {
        create(name, Digest.of(bytes).hex(), () -> new ByteArrayInputStream(bytes), () -> {});
    }

    /// The provider copies; the old name goes only when the new one is there.
    @Override
    public void move(String from, String to) throws IOException {
        var found = files.listing().file(from);
        if (found.isEmpty()) {
            return; // a folder, which in a bucket is in nobody's way
        }
        var there = found.get();
        String tag = parts.copy(requests, from, to, there.size());
        files.changed(to, new Listing.There(there.size(), tag));
        requests.ask(
                "",
                s3 -> s3.deleteObject(delete -> delete.bucket(requests.address().bucket())
                        .key(requests.address().key(from))));
        files.gone(from);
    }

    /// What was answered is there.
    @Override
    public void settle() {
        // nothing waits
    }
}
