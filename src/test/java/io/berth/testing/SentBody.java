package io.berth.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Reads the body of a sent request a second time. */
final class SentBody implements Subscriber<ByteBuffer> {
  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);

  static String body(HttpRequest request) {
    SentBody sent = new SentBody();
    request.bodyPublisher().orElseThrow().subscribe(sent);
    return sent.text.getBody().toCompletableFuture().join();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    text.onNext(List.of(buffer));
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
