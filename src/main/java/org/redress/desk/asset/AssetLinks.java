package org.redress.desk.asset;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Links of screens. Only those to assets are looked up for the version in their address: to learn
 * that there is no file of any other name took longer than all else on a screen.
 */
@Component
class AssetLinks extends StandardLinkBuilder {

  private static final List<String> FOLDERS = List.of("/css/", "/img/", "/js/", "/webjars/");

  @Autowired
  void use(SpringTemplateEngine engine) {
    engine.setLinkBuilder(this);
  }

  @Override
  protected String processLink(IExpressionContext context, String link) {
    return FOLDERS.stream().anyMatch(link::contains) ? super.processLink(context, link) : link;
  }
}
