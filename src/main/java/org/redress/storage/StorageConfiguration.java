package org.redress.storage;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The one clock and the one transaction manager of the service. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new DurableTransactions(dataSource);
  }
}
