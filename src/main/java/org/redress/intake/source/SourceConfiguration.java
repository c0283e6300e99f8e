package org.redress.intake.source;

import org.apache.camel.Component;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/**
 * Camel finds these by their names, one for each Camel context, when a route asks for the scheme; a
 * site without such routes never loads their libraries.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Sources.class)
class SourceConfiguration {

  @Bean("sftp-component")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Component sftp(Sources sources) {
    return new SftpFolders(sources);
  }

  @Bean("feed-component")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Component feed(Sources sources) {
    return new FeedComponent(sources);
  }
}
