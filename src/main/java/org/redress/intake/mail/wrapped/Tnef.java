package org.redress.intake.mail.wrapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.bbottema.rtftohtml.RTF2HTMLConverter;
import org.bbottema.rtftohtml.impl.RTF2HTMLConverterRFCCompliant;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook sends as {@code winmail.dat} (TNEF): the text of a mail and the files that came with
 * it.
 *
 * @param html the text as a page; empty when there is none
 */
public record Tnef(String html, String plain, List<File> files) {

  /** In bytes; the largest single thing in it that is read. */
  private static final int LARGEST = 100 << 20;

  /** In characters; a longer text in RTF stays closed. */
  private static final int LONGEST_RTF = 1_000_000;

  /** Marks a page that was turned into RTF; other RTF comes out as bare text. */
  private static final String FROM_HTML = "\\fromhtml";

  /** A remark of the program that wrote it; the converter would show it. */
  private static final Pattern GENERATOR = Pattern.compile("\\{\\\\\\*\\\\generator [^{}]{0,200}}");

  private static final RTF2HTMLConverter CONVERTER = RTF2HTMLConverterRFCCompliant.INSTANCE;

  private static final Set<String> TYPES = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

  static {
    TNEFAttribute.setMaxRecordLength(LARGEST);
  }

  /** A file in it. */
  public record File(String name, byte[] content) {}

  /** Whether a part of this media type and name is such a thing. */
  public static boolean is(String type, @Nullable String name) {
    return TYPES.contains(type) || "winmail.dat".equalsIgnoreCase(name);
  }

  /** Opens it; empty when it is broken. */
  public static Optional<Tnef> open(byte[] part) {
    try {
      var message = new HMEFMessage(new ByteArrayInputStream(part));
      var files = new ArrayList<File>();
      for (var file : message.getAttachments()) {
        file(file).ifPresent(files::add);
      }
      return Optional.of(new Tnef(html(message), plain(message), List.copyOf(files)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<File> file(Attachment file) {
    @Nullable String full = file.getLongFilename();
    @Nullable String name = full == null ? file.getFilename() : full;
    try {
      return Optional.of(new File(name == null ? "" : name, file.getContents()));
    } catch (IllegalArgumentException noContent) {
      return Optional.empty();
    }
  }

  private static String html(HMEFMessage message) {
    @Nullable MAPIAttribute page = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
    if (page != null) {
      return page instanceof MAPIStringAttribute words
          ? words.getDataString()
          : new String(page.getData(), charset(page.getData()));
    }
    var rtf = rtf(message);
    return rtf.contains(FROM_HTML) ? CONVERTER.rtf2html(rtf) : "";
  }

  /** Pages are bytes here, mostly in UTF-8. */
  private static Charset charset(byte[] page) {
    var text = new String(page, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  private static String plain(HMEFMessage message) {
    if (message.getMessageMAPIAttribute(MAPIProperty.BODY) instanceof MAPIStringAttribute words) {
      return words.getDataString();
    }
    var rtf = rtf(message);
    return rtf.contains(FROM_HTML) ? "" : CONVERTER.rtf2html(GENERATOR.matcher(rtf).replaceAll(""));
  }

  private static String rtf(HMEFMessage message) {
    return message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED)
                instanceof MAPIRtfAttribute rtf
            && rtf.getDataString().length() <= LONGEST_RTF
        ? rtf.getDataString()
        : "";
  }
}
