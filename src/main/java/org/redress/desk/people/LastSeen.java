package org.redress.desk.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.redress.access.presence.Presences;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes who opens screens, once a minute for each person. */
@Component
class LastSeen implements HandlerInterceptor, WebMvcConfigurer {

  private final Presences presences;
  private final Cache<String, Boolean> lately =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

  LastSeen(Presences presences) {
    this.presences = presences;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**", "/hooks/**", "/error");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var me = request.getUserPrincipal();
    if (me != null && handler instanceof HandlerMethod) {
      lately.get(
          me.getName(),
          name -> {
            presences.seen(name);
            return true;
          });
    }
    return true;
  }
}
