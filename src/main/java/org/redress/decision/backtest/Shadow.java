package org.redress.decision.backtest;

import org.redress.decision.Decisions;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets drafts in shadow mode decide live complaints silently: every few seconds, after the fact, so
 * that intake does not wait for it.
 */
@Component
class Shadow {

  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
  private static final int LOOKED_AT = 200;

  private final Decisions decisions;
  private final Drafts drafts;
  private final Inspector inspector;
  private final PastComplaints complaints;
  private final ShadowResults results;

  Shadow(
      Decisions decisions,
      Drafts drafts,
      Inspector inspector,
      PastComplaints complaints,
      ShadowResults results) {
    this.decisions = decisions;
    this.drafts = drafts;
    this.inspector = inspector;
    this.complaints = complaints;
    this.results = results;
  }

  @Scheduled(fixedDelay = 5000)
  void look() {
    for (var draft : drafts.shadowing()) {
      try {
        follow(draft);
      } catch (RuntimeException e) {
        LOG.warn("Draft {} cannot shadow: {}", draft.id(), e.getMessage(), e);
      }
    }
  }

  private void follow(Draft draft) {
    var book = inspector.inspect(draft.files()).book();
    if (book.isEmpty()) {
      return;
    }
    var redeciding = new Redeciding(decisions.active(), book.get());
    for (var past : complaints.since(draft.shadowSince(), LOOKED_AT)) {
      if (!results.has(draft.id(), past.ticketId())) {
        var both = redeciding.decide(past);
        keep(draft, past, both);
      }
    }
  }

  private void keep(Draft draft, Past past, Redeciding.Both both) {
    try {
      results.add(draft.id(), draft.version(), past, Change.between(both.before(), both.after()));
    } catch (DuplicateKeyException otherNode) {
      LOG.debug("Another node was there first", otherNode);
    }
  }
}
