package org.redress.intake.localmailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;

/** A mailbox that takes its mail when no session is in the middle of a command. */
final class OrderlyUser extends UserImpl {

  private final Turn turn;

  OrderlyUser(GreenMailUser user, UserManager users, Turn turn) {
    super(user.getEmail(), user.getLogin(), user.getPassword(), users.getImapHostManager());
    this.turn = turn;
  }

  @Override
  public void deliver(MovingMessage mail) {
    turn.take(() -> super.deliver(mail));
  }
}
