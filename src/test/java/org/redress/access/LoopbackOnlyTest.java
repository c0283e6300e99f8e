package org.redress.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.access.LoopbackOnly.FirstPasswordsInUse;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoopbackOnlyTest {

  private static final Path STAFF_FILE = Path.of("config/teams.yml");
  private static final Staff STAFF = Staff.read(STAFF_FILE);

  @Test
  void startsOnThisMachineWithFirstPasswords() {
    assertThatCode(() -> start("127.0.0.1", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> start("::1", Map.of())).doesNotThrowAnyException();
  }

  @Test
  void refusesOtherAddressesWithFirstPasswords() {
    assertThatThrownBy(() -> start("0.0.0.0", Map.of("agent", "a good long password")))
        .isInstanceOf(FirstPasswordsInUse.class)
        .hasMessageContaining("server.address is 0.0.0.0")
        .hasMessageContaining("lead, manager")
        .hasMessageNotContaining("agent");
  }

  @Test
  void refusesWhenNoAddressIsSet() {
    assertThatThrownBy(() -> start(null, Map.of()))
        .isInstanceOf(FirstPasswordsInUse.class)
        .hasMessageContaining("server.address is not set");
  }

  @Test
  void startsAnywhereWhenAllPasswordsDiffer() {
    var passwords =
        STAFF.users().stream()
            .collect(Collectors.toMap(Staff.User::name, user -> "secret of " + user.name()));

    assertThatCode(() -> start("0.0.0.0", passwords)).doesNotThrowAnyException();
  }

  private static void start(String address, Map<String, String> passwords) throws Exception {
    var server = new ServerProperties();
    server.setAddress(address == null ? null : InetAddress.getByName(address));
    var users =
        new Users(
            STAFF,
            new AccessSettings(STAFF_FILE, new HashMap<>(passwords)),
            new BCryptPasswordEncoder(4),
            database());
    users.seed();
    new LoopbackOnly(server, users).afterSingletonsInstantiated();
  }

  private static JdbcClient database() {
    var jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    jdbc.sql(
            """
            create table app_user (name varchar(60) primary key, display_en varchar(100),
              display_zh varchar(100), email varchar(320), password varchar(200),
              roles varchar(200), available boolean)
            """)
        .update();
    return jdbc;
  }
}
