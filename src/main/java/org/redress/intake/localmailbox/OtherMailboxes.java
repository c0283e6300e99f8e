package org.redress.intake.localmailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Flags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The mailboxes of everyone else, made when the first mail to an address comes, in memory only.
 * Login and password are the address itself.
 */
final class OtherMailboxes {

  /** Mails kept in all of them together. */
  private static final int KEEP = 500;

  private final UserManager users;
  private final GreenMailUser complaints;
  private final Turn turn;

  /** Addresses whose first mail is on its way: their mailboxes are empty and must stay. */
  private final Set<String> expecting = new HashSet<>();

  OtherMailboxes(UserManager users, GreenMailUser complaints, Turn turn) {
    this.users = users;
    this.complaints = complaints;
    this.turn = turn;
  }

  synchronized GreenMailUser of(MailAddress address) throws UserException {
    var email = address.getEmail();
    expecting.add(email);
    var known = users.getUserByEmail(email);
    var user = known == null ? users.createUser(email, email, email) : known;
    return new OrderlyUser(user, users, turn);
  }

  private record Held(MailFolder folder, StoredMessage mail) {}

  /** Drops the oldest mails beyond the limit, and mailboxes that have none left. */
  synchronized void sweep() throws FolderException {
    var held = new ArrayList<Held>();
    for (var user : List.copyOf(users.listUser())) {
      if (!user.equals(complaints)) {
        var folder = users.getImapHostManager().getInbox(user);
        folder.getNonDeletedMessages().forEach(mail -> held.add(new Held(folder, mail)));
        if (folder.getMessageCount() > 0) {
          expecting.remove(user.getEmail());
        } else if (!expecting.contains(user.getEmail())) {
          users.deleteUser(user);
        }
      }
    }
    if (held.size() > KEEP + KEEP / 5) {
      turn.take(() -> drop(held));
    }
  }

  private static void drop(List<Held> held) throws FolderException {
    held.sort(Comparator.comparing(each -> each.mail().getReceivedDate()));
    var touched = new LinkedHashMap<String, MailFolder>();
    for (var old : held.subList(0, held.size() - KEEP)) {
      old.mail().setFlag(Flags.Flag.DELETED, true);
      touched.put(old.folder().getFullName(), old.folder());
    }
    for (var folder : touched.values()) {
      folder.expunge();
    }
  }
}
