package org.redress.intake.thread;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.thread.Threads.OurMail;
import org.springframework.stereotype.Component;

/**
 * Finds out which messages belong to known tickets. A message joins a ticket when it answers a mail
 * of ours, or when its sender is known there; a number alone opens no ticket to a stranger.
 */
@Component
public class Replies {

  private final Threads threads;

  Replies(Threads threads) {
    this.threads = threads;
  }

  /**
   * The ticket that a message names.
   *
   * @param proven whether it may join: it answers our mail, or comes from somebody on the ticket
   */
  public record Named(String ticket, boolean proven) {}

  /** Those messages that answer another of them: the other one must be on record first. */
  public List<IncomingComplaint> waiting(List<IncomingComplaint> messages) {
    var here =
        messages.stream()
            .map(IncomingComplaint::messageId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return messages.stream()
        .filter(
            message ->
                message.inReplyTo().stream()
                    .anyMatch(id -> here.contains(id) && !id.equals(message.messageId())))
        .toList();
  }

  /** The tickets that messages name; no entry where none is. At most three round trips. */
  public Map<IncomingComplaint, Named> named(List<IncomingComplaint> messages) {
    var ids = messages.stream().flatMap(message -> message.inReplyTo().stream()).toList();
    var ours = ids.isEmpty() ? Map.<String, OurMail>of() : threads.ours(ids);
    var theirs = ids.isEmpty() ? Map.<String, String>of() : threads.theirs(ids);
    var named = new IdentityHashMap<IncomingComplaint, Named>();
    var unproven = new IdentityHashMap<IncomingComplaint, List<String>>();
    for (var message : messages) {
      var answered = first(message.inReplyTo(), ours);
      if (answered.isPresent()) {
        named.put(message, new Named(answered.get().ticket(), true));
      } else {
        unproven.put(message, numbers(message, theirs));
      }
    }
    prove(unproven, named);
    return named;
  }

  private void prove(
      Map<IncomingComplaint, List<String>> unproven, Map<IncomingComplaint, Named> named) {
    var people = threads.people(flat(unproven.values()));
    unproven.forEach(
        (message, numbers) ->
            numbers.stream()
                .filter(people::containsKey)
                .map(number -> new Named(number, people.get(number).include(message.sender())))
                .reduce((one, other) -> other.proven() && !one.proven() ? other : one)
                .ifPresent(found -> named.put(message, found)));
  }

  private static List<String> flat(Collection<List<String>> lists) {
    return lists.stream().flatMap(List::stream).distinct().toList();
  }

  /** The tickets a message may mean, the likeliest first. */
  private static List<String> numbers(IncomingComplaint message, Map<String, String> theirs) {
    return Stream.of(
            first(message.inReplyTo(), theirs).stream(),
            TicketTag.ofSubject(message.subject()).stream(),
            TicketTag.in(message.reference()).stream())
        .flatMap(numbers -> numbers)
        .distinct()
        .limit(5)
        .toList();
  }

  private static <T> Optional<T> first(List<String> ids, Map<String, T> known) {
    return ids.stream().map(known::get).filter(Objects::nonNull).findFirst();
  }
}
