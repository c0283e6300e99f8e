package org.redress.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.redress.access.Limit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/** Where customers complain. Works without script; what was typed is never lost. */
@Controller
class FormPage {

  private static final String DEFAULT = "complain";
  private static final String EMBED = "embed";

  private final Forms forms;
  private final Proof proof;
  private final FormSending sending;
  private final Framing framing;
  private final Limit limit;

  FormPage(Forms forms, Proof proof, FormSending sending, Framing framing, Clock clock) {
    this.forms = forms;
    this.proof = proof;
    this.sending = sending;
    this.framing = framing;
    this.limit = new Limit(30, Duration.ofMinutes(10), clock);
  }

  /** The form; a parameter of a field's name fills it in beforehand. */
  @GetMapping({"/complain", "/complain/{form}"})
  String show(
      @PathVariable Map<String, String> path,
      @RequestParam MultiValueMap<String, String> given,
      HttpServletResponse response,
      Model model) {
    var name = path.getOrDefault("form", DEFAULT);
    var filled = Filled.of(form(name), given, List.of());
    return page(name, filled, Map.of(), given.containsKey(EMBED), response, model);
  }

  @PostMapping({"/complain", "/complain/{form}"})
  String send(
      @PathVariable Map<String, String> path,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var sent = sent(request);
    var language = LocaleContextHolder.getLocale().getLanguage();
    var name = path.getOrDefault("form", DEFAULT);
    var form = form(name);
    var filled = Filled.of(form, sent, files(form, request));
    var embedded = sent.containsKey(EMBED);
    if (sent.containsKey("lang")) {
      return page(name, filled, Map.of(), embedded, response, model);
    }
    var mistakes = filled.mistakes(language);
    var refusal = mistakes.isEmpty() ? refusal(sent, request.getRemoteAddr(), response) : "";
    if (!mistakes.isEmpty() || !refusal.isEmpty()) {
      model.addAttribute("refusedWhy", refusal);
      return page(name, filled, mistakes, embedded, response, model);
    }
    limit.count(request.getRemoteAddr());
    var receipt = sending.send(filled, language);
    return embedded
        ? "redirect:/complain/%s/thanks/%s".formatted(name, receipt)
        : "redirect:/status/" + receipt + "?new";
  }

  /** Thanks inside a frame of another site; the status opens in a window of its own. */
  @GetMapping("/complain/{form}/thanks/{receipt}")
  String thanks(@PathVariable String receipt, HttpServletResponse response, Model model) {
    framing.allow(response);
    model.addAttribute("embed", true);
    model.addAttribute("receipt", receipt.replaceAll("[^0-9A-Za-z-]", ""));
    return "form-thanks";
  }

  private String refusal(
      MultiValueMap<String, String> sent, String address, HttpServletResponse response) {
    if (!first(sent, "website").isEmpty()) {
      return "complain.robot";
    }
    if (!limit.waitFor(address).isZero()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return "complain.too_often";
    }
    return proof.holds(first(sent, "proof"), first(sent, "work")) ? "" : "form.too_fast";
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = sent.getFirst(name);
    return value == null ? "" : value;
  }

  private String page(
      String name,
      Filled filled,
      Map<String, Mistake> mistakes,
      boolean embedded,
      HttpServletResponse response,
      Model model) {
    if (embedded) {
      framing.allow(response);
    }
    var language = LocaleContextHolder.getLocale().getLanguage();
    model.addAttribute("form", filled.form());
    model.addAttribute("title", filled.form().title().in(language));
    model.addAttribute("path", name.equals(DEFAULT) ? "/complain" : "/complain/" + name);
    model.addAttribute("filled", filled);
    model.addAttribute("mistakes", mistakes);
    model.addAttribute("embed", embedded);
    model.addAttribute("proof", proof.ask());
    return "complain";
  }

  private Form form(String name) {
    return forms.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A torn part has a name and no value, over which {@code @RequestParam} stumbles. */
  private static MultiValueMap<String, String> sent(HttpServletRequest request) {
    var sent = new LinkedMultiValueMap<String, String>();
    request
        .getParameterMap()
        .forEach((name, values) -> sent.put(name, values == null ? List.of() : List.of(values)));
    return sent;
  }

  private static List<MultipartFile> files(Form form, HttpServletRequest request) {
    return request instanceof MultipartHttpServletRequest multipart
        ? form.fileFields().stream().flatMap(f -> multipart.getFiles(f).stream()).toList()
        : List.of();
  }
}
