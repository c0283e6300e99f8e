package org.redress.desk.mail;

import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.redress.intake.mail.text.Page;

/**
 * A stranger's HTML with nothing left that could run, call home or look like ours: text, lists,
 * tables and links to the web that are marked as foreign. Pictures stay out, because loading one
 * tells its sender who reads the mail and when.
 */
final class SafeHtml {

  private static final Safelist ALLOWED =
      Safelist.relaxed()
          .removeTags("img")
          .removeProtocols("a", "href", "ftp", "mailto")
          .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer")
          .addEnforcedAttribute("a", "target", "_blank");

  private SafeHtml() {}

  /** The safe part of a page, as a piece of HTML. */
  static String of(String html) {
    var page = Page.of(html);
    page.outputSettings(new OutputSettings().prettyPrint(false));
    page.select("img[alt]")
        .forEach(img -> img.replaceWith(new TextNode("[" + img.attr("alt") + "]")));
    return new Cleaner(ALLOWED).clean(page).body().html();
  }
}
