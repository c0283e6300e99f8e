package org.redress.ticket.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Staff;
import org.redress.access.Staff.User;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Colleagues whom a note names with {@code @}, so that they are told of it. */
@Component("mentions")
public class Mentions {

  private static final Pattern NAME = Pattern.compile("(?<![\\w@.])@([\\p{L}\\p{N}._-]+)");
  private static final Set<String> SEE_ALL = Set.of("manager", "admin", "auditor");

  private final Staff staff;

  Mentions(Staff staff) {
    this.staff = staff;
  }

  /** Those around a ticket: its team and the ranks above, by user name. */
  public List<String> known(Ticket ticket) {
    var team = staff.teams().get(ticket.team());
    return team == null
        ? List.of()
        : Stream.concat(
                team.members().stream().map(Staff.Member::user),
                staff.ladder(ticket.team()).stream().map(Staff.Rung::user))
            .distinct()
            .toList();
  }

  /** Who is named in a note and may see its ticket; the author needs no telling. */
  List<User> in(String text, Ticket ticket, String author) {
    var named =
        NAME.matcher(text)
            .results()
            .map(found -> found.group(1).replaceAll("[._-]+$", ""))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var around = known(ticket);
    return staff.users().stream()
        .filter(user -> named.contains(user.name()) && !user.name().equals(author))
        .filter(
            user ->
                around.contains(user.name())
                    || Objects.equals(user.name(), ticket.owner())
                    || user.roles().stream().anyMatch(SEE_ALL::contains))
        .toList();
  }
}
