package org.redress.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.presence.Presences;
import org.redress.desk.language.PersonsLanguage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Language and light: chosen by {@code ?lang=} and {@code ?theme=}, kept in cookies; the language
 * of those who work here is kept with the person.
 */
@Configuration(proxyBeanMethods = false)
class ScreenConfiguration implements WebMvcConfigurer {

  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  LocaleResolver localeResolver(Presences people) {
    var cookie = new PersonsLanguage(people, LANGUAGES);
    cookie.setCookieMaxAge(REMEMBERED);
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSameSite("Lax");
    cookie.setDefaultLocaleFunction(
        request -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    return cookie;
  }

  /** The first language of the browser that there is here; English when there is none. */
  static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .map(range -> range.getRange().split("-", 2)[0])
          .flatMap(code -> LANGUAGES.stream().filter(l -> l.getLanguage().equals(code)))
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return Locale.ENGLISH;
    }
  }

  /** Only the languages that there are; anything else forgets the choice. */
  private static class LanguageChoice extends LocaleChangeInterceptor {

    LanguageChoice() {
      setParamName("lang");
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String wanted) {
      return LANGUAGES.stream().filter(l -> l.toString().equals(wanted)).findFirst().orElse(null);
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    // The parameters of a request that was too large cannot be read for its error page either,
    // and to look for parameters in what programs post would use up the bytes that are signed.
    var others = new String[] {"/error", "/hooks/**"};
    registry.addInterceptor(new LanguageChoice()).excludePathPatterns(others);
    // Who is refused a page was so before the language was looked at.
    var onErrors = new LanguageChoice();
    onErrors.setHttpMethods("GET");
    registry.addInterceptor(onErrors).addPathPatterns("/error");
    registry.addInterceptor(new ThemeChoice()).excludePathPatterns(others);
  }
}
