package org.redress.intake.channel;

import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mailbox.MailboxComponent;
import org.redress.intake.mailbox.Mailboxes;
import org.redress.intake.mailbox.server.MailServers;
import org.redress.intake.smtp.SmtpComponent;
import org.redress.intake.smtp.SmtpDoors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes Camel contexts that know Spring's beans, the settings as placeholders, and our mailboxes:
 * the one that serves, and short-lived ones in which a route file is tried first.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RouteSettings.class, Mailboxes.class, SmtpDoors.class})
class CamelContexts {

  private static final int STOP_WITHIN_SECONDS = 10;

  private final ApplicationContext spring;
  private final Mailboxes mailboxes;
  private final SmtpDoors doors;
  private final SslBundles ssl;
  private final MailServers servers;

  CamelContexts(
      ApplicationContext spring,
      Mailboxes mailboxes,
      SmtpDoors doors,
      ObjectProvider<SslBundles> ssl) {
    this.spring = spring;
    this.mailboxes = mailboxes;
    this.doors = doors;
    this.ssl = ssl.getIfAvailable(DefaultSslBundleRegistry::new);
    this.servers = new MailServers(this.ssl);
  }

  /** The context that serves; {@link ChannelFiles} starts and stops it. */
  @Bean(destroyMethod = "")
  DefaultCamelContext camelContext() {
    return create("redress");
  }

  /** Calls routes from Java, as the web form does. */
  @Bean(destroyMethod = "")
  ProducerTemplate producerTemplate(CamelContext camelContext) {
    return camelContext.createProducerTemplate();
  }

  /** A context that is not started yet. */
  DefaultCamelContext create(String name) {
    var context = new DefaultCamelContext(new DefaultRegistry(new SpringBeans(spring)));
    context.setNameStrategy(new ExplicitCamelContextNameStrategy(name));
    context.disableJMX();
    context.setStartupSummaryLevel(StartupSummaryLevel.Off);
    context.getShutdownStrategy().setTimeout(STOP_WITHIN_SECONDS);
    context.addComponent("mailbox", new MailboxComponent(mailboxes, servers));
    context.addComponent("smtp", new SmtpComponent(doors, ssl));
    var placeholders = (PropertiesComponent) context.getPropertiesComponent();
    placeholders.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
    placeholders.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
    placeholders.addPropertiesSource(new Settings(spring));
    return context;
  }

  /** Placeholders in route files are settings of the service. */
  private record Settings(ApplicationContext spring) implements PropertiesSource {

    @Override
    public String getName() {
      return "settings";
    }

    @Override
    public @Nullable String getProperty(String name) {
      return spring.getEnvironment().getProperty(name);
    }
  }

  /** Beans that routes name are Spring's; Camel gets none that nobody named. */
  private record SpringBeans(ApplicationContext spring) implements BeanRepository {

    @Override
    public @Nullable Object lookupByName(String name) {
      return spring.containsBean(name) ? spring.getBean(name) : null;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
      return spring.containsBean(name) && spring.isTypeMatch(name, type)
          ? spring.getBean(name, type)
          : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
      return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
      return Set.of();
    }
  }
}
