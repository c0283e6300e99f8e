package org.redress.desk.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.presence.Presences;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of who is signed in goes along from device to device; that of strangers stays in a
 * cookie. It is looked up once a session.
 */
public class PersonsLanguage extends CookieLocaleResolver {

  private static final String OF_SESSION = "persons.language";
  private static final String NONE = "";

  private final Presences people;
  private final List<Locale> languages;

  /** A resolver that knows these languages. */
  public PersonsLanguage(Presences people, List<Locale> languages) {
    super("lang");
    this.people = people;
    this.languages = languages;
  }

  /** Looks anew whenever it is asked, for the language may change within the request. */
  @Override
  public LocaleContext resolveLocaleContext(HttpServletRequest request) {
    var strangers = super.resolveLocaleContext(request);
    return () -> chosen(request).orElseGet(strangers::getLocale);
  }

  /** Programs have no session, and say with each call which language they want. */
  private Optional<Locale> chosen(HttpServletRequest request) {
    var me = request.getUserPrincipal();
    var session = request.getSession(false);
    if (me == null || session == null) {
      return Optional.empty();
    }
    var known = ofSession(session, me.getName());
    return languages.stream().filter(language -> language.toString().equals(known)).findFirst();
  }

  private String ofSession(HttpSession session, String name) {
    if (session.getAttribute(OF_SESSION) instanceof String known) {
      return known;
    }
    var kept = people.language(name).orElse(NONE);
    session.setAttribute(OF_SESSION, kept);
    return kept;
  }

  @Override
  public void setLocaleContext(
      HttpServletRequest request,
      @Nullable HttpServletResponse response,
      @Nullable LocaleContext context) {
    super.setLocaleContext(request, response, context);
    var me = request.getUserPrincipal();
    var session = request.getSession(false);
    var language = context == null ? null : context.getLocale();
    if (me != null && session != null && language != null) {
      people.chooseLanguage(me.getName(), language.toString());
      session.setAttribute(OF_SESSION, language.toString());
    }
  }
}
