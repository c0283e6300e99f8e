package org.redress.desk.compensation;

import java.util.List;
import org.redress.access.Person;
import org.redress.compensation.Approvals;
import org.redress.compensation.Approvals.Waiting;
import org.redress.compensation.Ledger;
import org.redress.compensation.policy.Authority;
import org.redress.desk.api.Refused;
import org.springframework.stereotype.Component;

/** What somebody is asked to approve. */
@Component("approvalDesk")
class ApprovalDesk {

  private final Approvals approvals;
  private final Authority authority;
  private final Ledger ledger;

  ApprovalDesk(Approvals approvals, Authority authority, Ledger ledger) {
    this.approvals = approvals;
    this.authority = authority;
    this.ledger = ledger;
  }

  /** Whether the person is ever asked. */
  public boolean isFor(Person me) {
    return authority.approves(me.name());
  }

  /** How much waits for the person. */
  public int count(Person me) {
    return openTo(me).size();
  }

  List<Waiting> openTo(Person me) {
    return approvals.openTo(me.name()).stream()
        .filter(waiting -> me.maySee(waiting.award().team(), null))
        .toList();
  }

  /** An award of a team whose tickets the person must not see does not exist for the person. */
  void checkVisible(long id, Person me) {
    ledger
        .find(id)
        .filter(award -> me.maySee(award.team(), null))
        .orElseThrow(() -> Refused.notFound("There is no offer %d.".formatted(id)));
  }
}
