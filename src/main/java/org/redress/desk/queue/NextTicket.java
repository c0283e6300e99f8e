package org.redress.desk.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Does and goes on: a form of the ticket's screen that was sent with {@code then=next} ends on the
 * person's next ticket, unless it was refused.
 */
@Component
class NextTicket implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> REFUSALS = Set.of("refused", "refusal", "mistake");
  private static final Pattern BACK_TO_TICKET = Pattern.compile("redirect:/tickets/(RD-\\d+).*");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/tickets/**");
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    if (answer == null
        || answer.getViewName() == null
        || !request.getMethod().equals("POST")
        || !"next".equals(request.getParameter("then"))) {
      return;
    }
    var back = BACK_TO_TICKET.matcher(answer.getViewName());
    var flash = RequestContextUtils.getOutputFlashMap(request);
    var refused = flash != null && REFUSALS.stream().anyMatch(flash::containsKey);
    if (back.matches() && !refused) {
      answer.setViewName("redirect:/queue/next?after=" + back.group(1));
    }
  }
}
