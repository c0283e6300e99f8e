package org.redress.desk.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream. A slow one keeps nobody waiting; when it lags too far behind it is closed. */
final class Screen {

  private static final int MOST_WAITING = 30;

  private final SseEmitter emitter;
  private final AsyncTaskExecutor executor;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean sending;

  Screen(SseEmitter emitter, AsyncTaskExecutor executor) {
    this.emitter = emitter;
    this.executor = executor;
  }

  /** Sends a text behind those that wait; an empty one is only a sign of life. */
  synchronized void send(String text) {
    if (waiting.size() >= MOST_WAITING) {
      emitter.complete();
      return;
    }
    waiting.add(text);
    if (!sending) {
      sending = true;
      executor.execute(this::sendWaiting);
    }
  }

  private void sendWaiting() {
    for (String text = next(); text != null; text = next()) {
      try {
        emitter.send(
            text.isEmpty() ? SseEmitter.event().comment("") : SseEmitter.event().data(text));
      } catch (IOException | IllegalStateException gone) {
        return;
      }
    }
  }

  private synchronized String next() {
    var text = waiting.poll();
    sending = text != null;
    return text;
  }

  void close() {
    emitter.complete();
  }
}
