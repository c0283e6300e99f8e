package org.redress.intake.mailbox.server;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.redress.intake.mailbox.server.OpenMailbox.Waiting;

/** Reads what an IMAP server answers to FETCH. */
final class Fetched {

  private Fetched() {}

  static Optional<Waiting> waiting(FetchResponse fetched) {
    var size = fetched.getItem(RFC822SIZE.class);
    var date = fetched.getItem(INTERNALDATE.class);
    if (size == null) {
      return Optional.empty(); // a change of flags that the server tells in passing
    }
    var arrival = date == null || date.getDate() == null ? new Date() : date.getDate();
    return Optional.of(new Waiting(name(fetched), size.size, arrival.toInstant()));
  }

  static Optional<Mail> mail(FetchResponse fetched) {
    return Optional.ofNullable(fetched.getItem(BODY.class))
        .map(BODY::getByteArray)
        .map(bytes -> new Mail(name(fetched), Instant.EPOCH, bytes.getNewBytes()));
  }

  private static String name(FetchResponse fetched) {
    return String.valueOf(fetched.getItem(UID.class).uid);
  }
}
