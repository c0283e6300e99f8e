package org.redress.desk.channel;

import org.redress.intake.health.Overview;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every channel with its state and its figures. */
@Controller
class ChannelPage {

  private final Overview overview;

  ChannelPage(Overview overview) {
    this.overview = overview;
  }

  @GetMapping("/channels")
  String show(Model model) {
    model.addAttribute("channels", overview.lines().stream().map(ChannelView::of).toList());
    return "channels";
  }
}
