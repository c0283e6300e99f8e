package org.redress.desk.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.access.Staff;
import org.redress.access.Staff.Member;
import org.redress.access.Staff.Team;
import org.redress.access.Staff.User;
import org.redress.access.presence.Presences;
import org.redress.access.presence.Presences.Presence;
import org.redress.ticket.assignment.Assignment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everyone who works here, and the teams, on one page. */
@Controller
class PeoplePage {

  private final Staff staff;
  private final Presences presences;
  private final Assignment assignment;

  PeoplePage(Staff staff, Presences presences, Assignment assignment) {
    this.staff = staff;
    this.presences = presences;
    this.assignment = assignment;
  }

  /**
   * Someone who works here.
   *
   * @param teams by the team's name: what the person is in it
   * @param open tickets on the desk
   */
  record Colleague(User user, Presence presence, Map<String, Member> teams, int open) {

    /** The most tickets the person is given; 0 for who is given none. */
    public int capacity() {
      return teams.values().stream().mapToInt(Member::capacity).max().orElse(0);
    }

    /** How full the desk is, in percent; more than 100 when it is too full. */
    public int load() {
      return capacity() == 0 ? 0 : 100 * open / capacity();
    }
  }

  @GetMapping("/people")
  String show(Model model) {
    var present =
        presences.all().stream().collect(Collectors.toMap(Presence::name, found -> found));
    var open = assignment.load();
    var people =
        staff.users().stream()
            .map(
                user ->
                    new Colleague(
                        user,
                        present.get(user.name()),
                        teamsOf(user),
                        open.getOrDefault(user.name(), 0)))
            .toList();
    model.addAttribute("people", people);
    model.addAttribute(
        "byName", people.stream().collect(Collectors.toMap(one -> one.user().name(), one -> one)));
    model.addAttribute("teams", staff.teams());
    return "people";
  }

  private Map<String, Member> teamsOf(User user) {
    var found = new LinkedHashMap<String, Member>();
    for (Map.Entry<String, Team> team : staff.teams().entrySet()) {
      List<Member> members = team.getValue().members();
      members.stream()
          .filter(member -> member.user().equals(user.name()))
          .forEach(member -> found.put(team.getKey(), member));
    }
    return found;
  }
}
