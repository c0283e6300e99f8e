package org.redress.access;

import jakarta.annotation.PostConstruct;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.access.Staff.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may sign in. Everyone in the staff file gets a row when the service starts; names, addresses
 * and roles follow the file, the password belongs to the person. Who is no longer in the file keeps
 * the row, for the history, and cannot sign in.
 */
@Repository
public class Users {

  private static final String NO_SECRET = "{noop}";

  private final Staff staff;
  private final AccessSettings settings;
  private final PasswordEncoder passwords;
  private final JdbcClient jdbc;

  Users(Staff staff, AccessSettings settings, PasswordEncoder passwords, JdbcClient jdbc) {
    this.staff = staff;
    this.settings = settings;
    this.passwords = passwords;
    this.jdbc = jdbc;
  }

  @PostConstruct
  void seed() {
    var present = new HashSet<>(jdbc.sql("select name from app_user").query(String.class).list());
    for (var user : staff.users()) {
      if (present.contains(user.name())) {
        update(user);
      } else {
        insert(user);
      }
    }
  }

  private void insert(User user) {
    var first = settings.initialPasswords().getOrDefault(user.name(), user.name());
    jdbc.sql(
            """
            insert into app_user (name, display_en, display_zh, email, roles, password, available)
            values (?, ?, ?, ?, ?, ?, true)
            """)
        .params(
            user.name(),
            user.display().en(),
            user.display().zh(),
            user.email(),
            String.join(",", user.roles()),
            stored(user.name(), first))
        .update();
  }

  /**
   * A password that equals the name is no secret, and a hash of it would hide nothing: it is kept
   * readable, so that one query tells who still has to choose a password.
   */
  private String stored(String name, String password) {
    return password.equals(name) ? NO_SECRET + name : passwords.encode(password);
  }

  private void update(User user) {
    jdbc.sql(
            """
            update app_user set display_en = ?, display_zh = ?, email = ?, roles = ? where name = ?
            """)
        .params(
            user.display().en(),
            user.display().zh(),
            user.email(),
            String.join(",", user.roles()),
            user.name())
        .update();
  }

  /**
   * The account of someone who wants to sign in.
   *
   * @throws UsernameNotFoundException when the staff file does not list the name
   */
  public UserDetails account(String name) {
    var user =
        staff.users().stream()
            .filter(listed -> listed.name().equals(name))
            .findFirst()
            .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    return org.springframework.security.core.userdetails.User.withUsername(name)
        .password(password(name))
        .roles(user.roles().stream().map(Role::of).map(Role::name).toArray(String[]::new))
        .build();
  }

  private String password(String name) {
    return jdbc.sql("select password from app_user where name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  /** What the signed-in person may do. */
  public Person person(Authentication signedIn) {
    var roles =
        signedIn.getAuthorities().stream()
            .map(authority -> Objects.toString(authority.getAuthority(), ""))
            .filter(authority -> authority.startsWith("ROLE_"))
            .map(authority -> Role.valueOf(authority.substring("ROLE_".length())))
            .collect(Collectors.toUnmodifiableSet());
    return new Person(signedIn.getName(), roles, teamsOf(signedIn.getName()));
  }

  private Set<String> teamsOf(String name) {
    return staff.teams().entrySet().stream()
        .filter(
            team ->
                team.getValue().ladder().containsValue(name)
                    || team.getValue().members().stream().anyMatch(m -> m.user().equals(name)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is the person's password. */
  public boolean isPassword(String name, String password) {
    return passwords.matches(password, account(name).getPassword());
  }

  /** Replaces the person's password. */
  @Transactional
  public void changePassword(String name, String password) {
    jdbc.sql("update app_user set password = :password where name = :name")
        .param("password", stored(name, password))
        .param("name", name)
        .update();
  }

  /** Whether the person is on duty: who is not gets no tickets. */
  public boolean isOnDuty(String name) {
    return jdbc.sql("select available from app_user where name = :name")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  /** Notes that the person comes on duty or goes. */
  @Transactional
  public void setOnDuty(String name, boolean onDuty) {
    jdbc.sql("update app_user set available = :available where name = :name")
        .param("available", onDuty)
        .param("name", name)
        .update();
  }

  /** The users whose password is still the own name. */
  public List<String> withNameAsPassword() {
    var open =
        jdbc.sql("select name from app_user where password = :no_secret || name")
            .param("no_secret", NO_SECRET)
            .query(String.class)
            .set();
    return staff.users().stream().map(User::name).filter(open::contains).toList();
  }
}
