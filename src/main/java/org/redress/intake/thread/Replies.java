package org.redress.intake.thread;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.thread.Threads.OurMail;
import org.redress.intake.thread.Threads.People;
import org.redress.ticket.work.AfterEnd;
import org.springframework.stereotype.Component;

/**
 * Finds out which messages belong to known tickets. A message joins a ticket when it answers a mail
 * of ours, brings the receipt, or comes from somebody who is known there; a number alone opens no
 * ticket to a stranger.
 */
@Component
public class Replies {

  private static final Pattern RECEIPT = Pattern.compile("R(?:-[0-9A-Z]{4}){3}");

  private final Threads threads;
  private final Rulings rulings;

  Replies(Threads threads, Rulings rulings) {
    this.threads = threads;
    this.rulings = rulings;
  }

  /** What becomes of a message that names a ticket. */
  public enum Fate {
    /** It joins the ticket. */
    JOINS,
    /** The rules want a ticket of its own, linked with the finished one. */
    FOLLOWS,
    /** Its sender is a stranger there: a ticket of its own, and people may look at both. */
    STRANGER
  }

  /** Where a message belongs, and what it does to a ticket that is finished. */
  public record Place(String ticket, Fate fate, AfterEnd afterEnd) {}

  /**
   * Where messages belong that name a ticket; no entry where none is named. At most five round
   * trips, and fewer when no message names anything.
   *
   * @param newText what is new in a message, without quoted history
   */
  public Map<IncomingComplaint, Place> places(
      List<IncomingComplaint> messages, Function<IncomingComplaint, String> newText) {
    var named = named(messages);
    var ends = rulings.ends(named.values().stream().map(Named::ticket).toList());
    var places = new IdentityHashMap<IncomingComplaint, Place>();
    named.forEach(
        (message, found) -> {
          var ended = ends.get(found.ticket());
          places.put(
              message,
              !found.proven()
                  ? new Place(found.ticket(), Fate.STRANGER, AfterEnd.REOPENS)
                  : ended == null
                      ? new Place(found.ticket(), Fate.JOINS, AfterEnd.REOPENS)
                      : ruled(found.ticket(), rulings.on(message, newText.apply(message), ended)));
        });
    return places;
  }

  private static Place ruled(String ticket, Rulings.Ruling ruling) {
    return switch (ruling.answer()) {
      case "new_ticket" -> new Place(ticket, Fate.FOLLOWS, new AfterEnd(false, ruling.rule()));
      case "join" -> new Place(ticket, Fate.JOINS, new AfterEnd(false, ruling.rule()));
      default -> new Place(ticket, Fate.JOINS, new AfterEnd(true, ruling.rule()));
    };
  }

  /**
   * The ticket that a message names.
   *
   * @param proven whether it may join: it answers our mail, or comes from somebody on the ticket
   */
  private record Named(String ticket, boolean proven) {}

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

  private Map<IncomingComplaint, Named> named(List<IncomingComplaint> messages) {
    var ids = messages.stream().flatMap(message -> message.inReplyTo().stream()).toList();
    var ours = ids.isEmpty() ? Map.<String, OurMail>of() : threads.ours(ids);
    var theirs = ids.isEmpty() ? Map.<String, String>of() : threads.theirs(ids);
    var named = new IdentityHashMap<IncomingComplaint, Named>();
    var unproven = new IdentityHashMap<IncomingComplaint, List<String>>();
    var receipts = threads.byReceipt(messages.stream().flatMap(Replies::receipt).toList());
    for (var message : messages) {
      var answered =
          first(message.inReplyTo(), ours)
              .map(OurMail::ticket)
              .or(() -> receipt(message).map(receipts::get).filter(Objects::nonNull).findFirst());
      if (answered.isPresent()) {
        named.put(message, new Named(answered.get(), true));
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
                .map(number -> new Named(number, mayJoin(message, people.get(number))))
                .reduce((one, other) -> other.proven() && !one.proven() ? other : one)
                .ifPresent(found -> named.put(message, found)));
  }

  /** A program that names nobody has signed in and is believed; the public web form is not. */
  private static boolean mayJoin(IncomingComplaint message, People people) {
    var sender = message.sender();
    var isProgram = message.messageId() == null && !message.channel().startsWith("web");
    var namesNobody = sender.email() == null && sender.phone() == null && sender.id() == null;
    return isProgram && namesNobody || people.include(sender);
  }

  private static Stream<String> receipt(IncomingComplaint message) {
    return Stream.ofNullable(message.reference()).filter(r -> RECEIPT.matcher(r).matches());
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
