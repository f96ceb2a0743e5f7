package org.taniq.base.net;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A request without a proxy, not even the system's.
final class DirectSending implements Asked.Sending {
    private final Asked.Letter letter;
    private final int most;
    private final HttpClient client;

    DirectSending(Asked.Letter letter, Duration patience, int most) {
        this.letter = letter;
        this.most = most;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public byte[] send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(letter.address()).header("User-Agent", ""); // else the JDK names itself
        if (!letter.isEmpty()) {
            request.header("Content-Type", letter.type()).POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
        }
        var answer = client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        Asked.refuseUnlessOk(answer.statusCode());
        return answer.body();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
