package org.redress.desk.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.redress.ticket.feed.TicketFeed.Changed;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events: the numbers of the tickets that changed, nothing else. What they look like
 * now, a screen asks for itself, as its reader.
 */
@RestController
class LiveScreens {

  /** Browsers come again by themselves. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** So many at once are said as "many": the screen reads its list anew. */
  private static final int MOST = 200;

  private static final String MANY = "many";

  private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
  private final Tickets tickets;
  private final AsyncTaskExecutor executor;

  LiveScreens(Tickets tickets, AsyncTaskExecutor applicationTaskExecutor) {
    this.tickets = tickets;
    this.executor = applicationTaskExecutor;
  }

  @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter listen() {
    var emitter = new SseEmitter(LONGEST.toMillis());
    var screen = new Screen(emitter, executor);
    emitter.onCompletion(() -> screens.remove(screen));
    emitter.onTimeout(emitter::complete);
    emitter.onError(gone -> screens.remove(screen));
    screens.add(screen);
    screen.send("");
    return emitter;
  }

  @EventListener
  void changed(Changed changed) {
    if (!screens.isEmpty()) {
      var said = changed.tickets().size() > MOST ? MANY : numbers(changed.tickets());
      screens.forEach(screen -> screen.send(said));
    }
  }

  private String numbers(Collection<Long> ids) {
    return tickets.get(ids).values().stream()
        .map(Ticket::number)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(","));
  }

  /** Finds out which screens are gone. */
  @Scheduled(fixedDelay = 25_000)
  void beat() {
    screens.forEach(screen -> screen.send(""));
  }

  /** Open streams would keep the service from stopping. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    screens.forEach(Screen::close);
  }
}
