package org.redress.desk.mail;

import java.time.Clock;
import java.util.List;
import org.redress.access.Person;
import org.redress.customer.Customers;
import org.redress.customer.Undeliverable;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody says that an address works again. */
@Controller
class AddressAction {

  private final VisibleTickets tickets;
  private final Customers customers;
  private final Undeliverable undeliverable;
  private final Changes changes;
  private final Clock clock;

  AddressAction(
      VisibleTickets tickets,
      Customers customers,
      Undeliverable undeliverable,
      Changes changes,
      Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.undeliverable = undeliverable;
    this.changes = changes;
    this.clock = clock;
  }

  @PostMapping("/tickets/{number}/address-works")
  @Transactional
  public String works(@PathVariable String number, Person me, RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    var email = customers.find(ticket.customerId()).orElseThrow().email();
    if (email != null && undeliverable.clear(List.of(email)) > 0) {
      changes.note(
          ticket.id(), "address_works", null, email, By.person(me.name(), clock.instant()));
    }
    after.addFlashAttribute("done", "mail.unreached.cleared");
    return "redirect:/tickets/" + number;
  }
}
