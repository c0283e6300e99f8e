package org.redress.access.signin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.redress.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two doors: programs under {@code /api} and {@code /actuator}, people everywhere else. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Nothing runs or shows that does not come from this service; pictures may be in the styles. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String[] RULE_MAKERS = names(Role.MANAGER, Role.ADMIN);
  private static final String[] RULE_READERS = names(Role.MANAGER, Role.ADMIN, Role.AUDITOR);
  private static final String[] FIGURE_READERS =
      names(Role.LEAD, Role.MANAGER, Role.ADMIN, Role.AUDITOR);
  private static final String[] FAILURE_DESK = names(Role.INTEGRATOR, Role.ADMIN);
  private static final String[] TICKET_WORKERS =
      names(Role.AGENT, Role.LEAD, Role.MANAGER, Role.ADMIN);
  private static final String[] TICKET_READERS =
      names(Role.AGENT, Role.LEAD, Role.MANAGER, Role.ADMIN, Role.AUDITOR);

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, ThrottledSignIn signIn, Refusals refusals) {
    return http.securityMatcher("/api/**", "/v3/**", "/actuator/**", "/hooks/**")
        .authenticationProvider(signIn)
        .authorizeHttpRequests(SecurityConfiguration::allowPrograms)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(SecurityConfiguration::beStrict)
        .build();
  }

  private static void allowPrograms(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          may) {
    may.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
    may.requestMatchers("/actuator/health/**", "/api/v1/receipts/**").permitAll();
    may.requestMatchers("/hooks/**").permitAll(); // every call is signed; the door checks it
    may.requestMatchers("/actuator/**").hasRole(Role.ADMIN.name());
    may.requestMatchers(GET, "/api/v1/tickets/**").hasAnyRole(TICKET_READERS);
    may.requestMatchers("/api/v1/tickets/**").hasAnyRole(TICKET_WORKERS);
    may.requestMatchers("/api/v1/compensation/approvals/**").hasAnyRole(TICKET_WORKERS);
    may.requestMatchers("/api/v1/compensation/**").hasAnyRole(RULE_READERS);
    may.requestMatchers("/api/v1/follow-ups", "/api/v1/actions", "/api/v1/problems")
        .hasAnyRole(TICKET_READERS);
    may.requestMatchers("/api/v1/failures/**", "/api/v1/channels", "/api/v1/calls")
        .hasAnyRole(FAILURE_DESK);
    may.requestMatchers(GET, "/api/v1/rulebook/**").hasAnyRole(RULE_READERS);
    may.requestMatchers("/api/v1/rulebook/**").hasAnyRole(RULE_MAKERS);
    may.anyRequest().authenticated();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, ThrottledSignIn signIn, SignInFlow flow) {
    return http.authenticationProvider(signIn)
        .authorizeHttpRequests(SecurityConfiguration::allowPeople)
        .formLogin(
            form -> form.loginPage(SignInFlow.PAGE).usernameParameter("name").failureHandler(flow))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SignInFlow.PAGE + "?out"))
        .requestCache(cache -> cache.requestCache(flow.pagesOnly()))
        .exceptionHandling(e -> e.authenticationEntryPoint(flow))
        // Forms in a frame of another site get no cookies; they carry a signed proof instead.
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                    .ignoringRequestMatchers("/complain", "/complain/*"))
        .headers(SecurityConfiguration::beStrict)
        .build();
  }

  private static void allowPeople(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          may) {
    may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
    may.requestMatchers(SignInFlow.PAGE, "/complain/**", "/status/**", "/survey/**").permitAll();
    may.requestMatchers(GET, "/webjars/**", "/css/**", "/js/**", "/img/**", "/favicon*")
        .permitAll();
    may.requestMatchers("/approvals/**", "/calls/**").hasAnyRole(TICKET_WORKERS);
    may.requestMatchers("/compensation/**", "/people", "/audit", "/notices/**")
        .hasAnyRole(RULE_READERS);
    may.requestMatchers("/dashboard/**", "/insight/causes").hasAnyRole(FIGURE_READERS);
    may.requestMatchers(GET, "/insight/**").hasAnyRole(RULE_READERS);
    may.requestMatchers("/insight/**").hasAnyRole(RULE_MAKERS);
    may.requestMatchers("/failures/**", "/channels").hasAnyRole(FAILURE_DESK);
    may.requestMatchers(GET, "/rules/**").hasAnyRole(RULE_READERS);
    may.requestMatchers(POST, "/rules/drafts/*/edit/try").hasAnyRole(RULE_READERS);
    may.requestMatchers("/rules/**").hasAnyRole(RULE_MAKERS);
    may.requestMatchers(POST, "/tickets/**", "/problems/**", "/queue/**")
        .hasAnyRole(TICKET_WORKERS);
    may.requestMatchers("/views/**", "/changes").hasAnyRole(TICKET_READERS);
    may.requestMatchers("/queue/**", "/tickets/**", "/follow-ups", "/reviews", "/problems/**")
        .hasAnyRole(TICKET_READERS);
    may.anyRequest().authenticated();
  }

  private static void beStrict(HeadersConfigurer<HttpSecurity> headers) {
    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
    headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private static String[] names(Role... roles) {
    var names = new String[roles.length];
    for (int i = 0; i < roles.length; i++) {
      names[i] = roles[i].name();
    }
    return names;
  }
}
