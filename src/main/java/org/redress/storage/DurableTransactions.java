package org.redress.storage;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits that are on disk when they return. PostgreSQL promises that itself; H2 writes to the file
 * system's cache only, so every commit that may have changed something is followed by a {@code
 * CHECKPOINT SYNC}. When that fails the caller sees a failed commit and must not tell anyone
 * "received".
 */
class DurableTransactions extends JdbcTransactionManager {

  private final boolean syncs;

  DurableTransactions(DataSource dataSource) {
    super(dataSource);
    this.syncs = isH2(dataSource);
  }

  private static boolean isH2(DataSource dataSource) {
    var connection = DataSourceUtils.getConnection(dataSource);
    try {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say what it is", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    super.doCommit(status);
    if (syncs && !status.isReadOnly()) {
      sync();
    }
  }

  private void sync() {
    var dataSource = obtainDataSource();
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new TransactionSystemException("committed, but not safely on disk", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
