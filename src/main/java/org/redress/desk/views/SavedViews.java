package org.redress.desk.views;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists that people keep. */
@Repository
class SavedViews {

  private static final int MOST = 40;

  private final JdbcClient jdbc;
  private final Ids ids;

  SavedViews(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /**
   * A list under a name.
   *
   * @param team the team it is shared with; none: only the owner sees it
   * @param address path and filters
   */
  record SavedView(long id, String owner, @Nullable String team, String name, String address) {}

  /** Own ones and those shared with the person's teams, by name. */
  List<SavedView> of(Person me) {
    return jdbc.sql(
            """
            select id, owner, team, name, address from saved_view
            where owner = :me or team in (:teams) or (team is not null and :all = true)
            order by name, id limit :most
            """)
        .param("me", me.name())
        .param("teams", me.teams().isEmpty() ? Set.of("") : me.teams())
        .param("all", me.seesAllTickets())
        .param("most", MOST)
        .query(SavedView.class)
        .list();
  }

  @Transactional
  public void keep(String owner, @Nullable String team, String name, String address) {
    jdbc.sql(
            """
            insert into saved_view (id, owner, team, name, address)
            values (:id, :owner, :team, :name, :address)
            """)
        .param("id", ids.next())
        .param("owner", owner)
        .param("team", team)
        .param("name", name)
        .param("address", address)
        .update();
  }

  /** Forgets a view of the person's own. */
  @Transactional
  public void forget(long id, String owner) {
    jdbc.sql("delete from saved_view where id = :id and owner = :owner")
        .param("id", id)
        .param("owner", owner)
        .update();
  }
}
