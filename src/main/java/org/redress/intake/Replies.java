package org.redress.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.complaint.Complaints;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.Processing.Item;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.CustomerReplies;
import org.springframework.stereotype.Component;

/**
 * Messages that answer a known ticket join it instead of opening another. The ticket is found by
 * its number in the Message-IDs of our own mails, in the subject or in the reference, else by the
 * Message-IDs of the customer's earlier mails.
 */
@Component
class Replies {

  private static final Pattern NUMBER = Pattern.compile("\\bRD-\\d{6,}\\b");
  private static final Pattern TAG = Pattern.compile("\\[(RD-\\d{6,})]");

  private final Tickets tickets;
  private final CustomerReplies replies;
  private final Complaints complaints;

  Replies(Tickets tickets, CustomerReplies replies, Complaints complaints) {
    this.tickets = tickets;
    this.replies = replies;
    this.complaints = complaints;
  }

  /** Those messages that answer a known ticket, or another message of the same batch. */
  List<Item> among(List<Item> items) {
    var known = find(items.stream().map(Item::said).toList());
    var here =
        items.stream()
            .map(item -> item.said().messageId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return items.stream()
        .filter(
            item ->
                known.containsKey(item.said())
                    || item.said().inReplyTo().stream().anyMatch(here::contains))
        .toList();
  }

  /** Joins messages to their tickets; called when all new tickets of the batch are open. */
  void join(List<Item> answering) {
    for (var item : answering) {
      var said = withText(item.said(), item.understood().newText());
      var number = find(List.of(said)).get(said);
      if (number == null) {
        throw new IllegalStateException("the ticket that this message answers is gone");
      }
      complaints.attach(replies.join(number, said), said.attachments());
    }
  }

  private static IncomingComplaint withText(IncomingComplaint said, String text) {
    return new IncomingComplaint(
        said.channel(),
        said.externalId(),
        said.receivedAt(),
        said.subject(),
        text,
        said.language(),
        said.sender(),
        said.reference(),
        said.messageId(),
        said.inReplyTo(),
        said.attachments());
  }

  /** The number of the ticket each message answers; messages that answer none have no entry. */
  private Map<IncomingComplaint, String> find(List<IncomingComplaint> messages) {
    var ids = messages.stream().flatMap(m -> m.inReplyTo().stream()).distinct().toList();
    var byMessageId = tickets.numbersByMessageId(ids);
    var found = new HashMap<IncomingComplaint, String>();
    for (var message : messages) {
      named(message)
          .filter(number -> tickets.find(number).isPresent())
          .or(
              () ->
                  message.inReplyTo().stream()
                      .map(byMessageId::get)
                      .filter(Objects::nonNull)
                      .findFirst())
          .ifPresent(number -> found.put(message, number));
    }
    return found;
  }

  private static Optional<String> named(IncomingComplaint message) {
    var subject = message.subject() == null ? "" : message.subject();
    return Stream.of(
            message.inReplyTo().stream()
                .flatMap(id -> NUMBER.matcher(id).results().map(MatchResult::group)),
            TAG.matcher(subject).results().map(r -> r.group(1)),
            Stream.ofNullable(message.reference())
                .flatMap(reference -> NUMBER.matcher(reference).results().map(MatchResult::group)))
        .flatMap(numbers -> numbers)
        .findFirst();
  }
}
