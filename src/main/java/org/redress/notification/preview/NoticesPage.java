package org.redress.notification.preview;

import org.redress.notification.text.NoticeTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every notice and letter in both languages. A notice that there is not is the first. */
@Controller
class NoticesPage {

  private final SampleLetters letters;

  NoticesPage(SampleLetters letters) {
    this.letters = letters;
  }

  @GetMapping("/notices")
  String show(@RequestParam(defaultValue = "") String name, Model model) {
    var shown = NoticeTexts.NAMES.contains(name) ? name : NoticeTexts.NAMES.get(0);
    model.addAttribute("names", NoticeTexts.NAMES);
    model.addAttribute("shown", shown);
    model.addAttribute("toCustomers", letters.isToCustomers(shown));
    model.addAttribute("letters", letters.of(shown));
    return "notices";
  }
}
