package org.redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.redress.complaint.IncomingComplaint;
import org.redress.complaint.scan.VirusScanner;
import org.redress.customer.Undeliverable;
import org.redress.intake.Inbox.Received;
import org.redress.intake.Understanding.Understood;
import org.redress.intake.figures.Outcome;
import org.redress.intake.machine.Brake;
import org.redress.intake.machine.MachineMail;
import org.redress.text.Text;
import org.springframework.stereotype.Component;

/**
 * From message to ticket: understand, set machine mail aside, hold back who writes too much, join
 * or open. Runs inside the transaction that claimed the messages, and with a fixed number of round
 * trips however many new complaints they are.
 */
@Component
class Processing {

  private final Understanding understanding;
  private final Placing placing;
  private final Gate gate;
  private final Inbox inbox;
  private final VirusScanner scanner;

  Processing(
      Understanding understanding, Placing placing, Gate gate, Inbox inbox, VirusScanner scanner) {
    this.scanner = scanner;
    this.understanding = understanding;
    this.placing = placing;
    this.gate = gate;
    this.inbox = inbox;
  }

  /** What keeps programs from becoming tickets. */
  @Component
  record Gate(MachineMail machines, Brake brake, Undeliverable undeliverable) {}

  /** A message with what was understood of it. */
  record Item(Received received, Understood understood) {

    IncomingComplaint said() {
      return understood.said();
    }

    /** Whether it may become a ticket; what a person wants does, whoever wrote it. */
    boolean isForUs() {
      return understood.aside() == null || received.wanted();
    }

    boolean isMail() {
      return understood.mail() != null;
    }
  }

  void process(List<Received> received) {
    var items = received.stream().map(this::understood).toList();
    var ordinary = items.stream().filter(Item::isForUs).toList();
    var held = held(ordinary);
    var taken = ordinary.stream().filter(item -> !held.contains(item)).toList();
    gate.undeliverable().clear(senders(taken));
    var joined = placing.place(taken);
    inbox.done(
        rows(taken.stream().filter(item -> !joined.contains(item)).toList()), Outcome.TICKET);
    inbox.done(rows(joined), Outcome.JOINED);
    held.forEach(item -> inbox.park(item.received(), gate.brake().reason(item.said())));
    items.stream().filter(item -> !item.isForUs()).forEach(this::setAside);
  }

  private Item understood(Received received) {
    var item = new Item(received, understanding.read(received.envelope()));
    var files = item.said().attachments();
    return item.isForUs() && !files.isEmpty()
        ? new Item(received, item.understood().withFiles(scanner.scanned(files)))
        : item;
  }

  private static List<Received> rows(List<Item> items) {
    return items.stream().map(Item::received).toList();
  }

  private List<Item> held(List<Item> ordinary) {
    // Who was held back and is tried again was looked at by a person.
    var mails = ordinary.stream().filter(i -> i.isMail() && !i.received().triedAgain()).toList();
    var held = gate.brake().tooMany(mails.stream().map(Item::said).toList());
    return mails.stream().filter(item -> held.contains(item.said())).toList();
  }

  private static List<String> senders(List<Item> items) {
    var senders = new ArrayList<String>();
    items.stream()
        .filter(Item::isMail)
        .map(item -> item.said().sender().email())
        .filter(Objects::nonNull)
        .forEach(senders::add);
    return senders;
  }

  private void setAside(Item item) {
    var mail = item.understood().mail();
    var ticket = mail == null ? null : gate.machines().note(mail).orElse(null);
    var why = item.understood().aside();
    inbox.setAside(
        item.received(), ticket == null ? why : why.then(Text.alike(" (" + ticket + ")")));
  }
}
