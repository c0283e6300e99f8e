package org.redress.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the methods of controllers ask for the signed-in {@link Person}. */
@Component
class PersonArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Users users;

  PersonArgument(Users users) {
    this.users = users;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Person.class;
  }

  @Override
  public Person resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null) {
      throw new IllegalStateException("nobody is signed in at " + request.getDescription(false));
    }
    return users.person(signedIn);
  }
}
