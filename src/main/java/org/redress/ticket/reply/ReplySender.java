package org.redress.ticket.reply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for replies whose time to be taken back is over. */
@Component
class ReplySender {

  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

  private final Departure departure;

  ReplySender(Departure departure) {
    this.departure = departure;
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    try {
      while (departure.next()) {
        LOG.debug("A reply was sent; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.error("Replies cannot be sent; trying again", e);
    }
  }
}
