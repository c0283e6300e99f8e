package org.redress.desk.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.redress.desk.Words;
import org.redress.intake.Understanding.Unreadable;
import org.redress.intake.health.Overview;
import org.redress.intake.health.Overview.Line;
import org.redress.intake.trial.SampleMessage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Tries a message: which ticket it would become, and why. Nothing is stored. */
@Controller
@RequestMapping("/channels/try")
class TrySample {

  private final SampleMessage samples;
  private final Overview overview;
  private final Words words;

  TrySample(SampleMessage samples, Overview overview, Words words) {
    this.samples = samples;
    this.overview = overview;
    this.words = words;
  }

  @GetMapping
  String show(@RequestParam(defaultValue = "email") String channel, Model model) {
    return shown(channel, "", model);
  }

  @PostMapping
  String tried(
      @RequestParam(defaultValue = "email") String channel,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model)
      throws IOException {
    var isPasted = file == null || file.isEmpty();
    var message = isPasted ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
    if (message.length == 0) {
      model.addAttribute("mistake", words.named("try", "empty"));
      return shown(channel, text, model);
    }
    try {
      model.addAttribute("tried", samples.tried(channel, message));
    } catch (Unreadable unreadable) {
      model.addAttribute("mistake", words.text(unreadable.reason()));
    }
    return shown(channel, isPasted ? text : "", model);
  }

  private String shown(String channel, String text, Model model) {
    model.addAttribute("channel", channel);
    model.addAttribute("text", text);
    model.addAttribute(
        "names", overview.lines().stream().map(Line::carried).distinct().sorted().toList());
    return "try-sample";
  }
}
