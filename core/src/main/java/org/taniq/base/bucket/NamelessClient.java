package org.taniq.base.bucket;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Sends what the library asks for without what it tells of this computer: its own User-Agent names the operating
/// system, the Java, its maker and the language.
final class NamelessClient implements SdkHttpClient {
    private static final String NAME = "aws-sdk-java";

    private final SdkHttpClient sending;

    NamelessClient(SdkHttpClient sending) {
        this.sending = sending;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
        var nameless =
                asked.httpRequest().toBuilder().putHeader("User-Agent", NAME).build();
        var request = HttpExecuteRequest.builder()
                .request(nameless)
                .contentStreamProvider(asked.contentStreamProvider().orElse(null))
                .build();
        var prepared = sending.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return prepared.call();
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return sending.clientName();
    }

    @Override
    public void close() {
        sending.close();
    }
}
