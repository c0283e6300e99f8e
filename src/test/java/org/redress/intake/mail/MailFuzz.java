package org.redress.intake.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.Damage;
import org.redress.intake.mail.report.DeliveryReport;
import org.redress.intake.mail.text.Forward;

/** Damages real mails in the ways that wires, programs and attackers do, and reads them. */
public final class MailFuzz {

  private static final Path PUBLISHED = Path.of("../shared/data/email");
  private static final Path SAMPLES = Path.of("samples");

  /** Pieces that mean something to a reader of mail. */
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\r\n\r\n",
          "--",
          "\r\n--b\r\n",
          "=?utf-8?B?",
          "=?gb2312?Q?=",
          "?=",
          "Content-Type: multipart/mixed; boundary=\"\"\r\n",
          "Content-Type: message/rfc822\r\n",
          "Content-Type: message/delivery-status\r\n",
          "Content-Type: text/html; charset=utf-7\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Transfer-Encoding: quoted-printable\r\n",
          "From: ",
          "<",
          ">",
          "\"",
          "(",
          "<table><tr><td>",
          "<!--",
          "\0",
          "\uFEFF",
          "投诉",
          "-----Original Message-----\r\n",
          "发件人: ");

  private final Damage damage;
  private final MailReader reader = new MailReader();
  private long slowestNanos;
  private int cases;

  /** The mails to begin with: published ones where they are, else the samples. */
  public MailFuzz(long randomness) throws IOException {
    this.damage = new Damage(seeds(), PIECES, randomness);
  }

  /** Real mails, all of them. */
  public static List<byte[]> seeds() throws IOException {
    try (var files = Files.walk(Files.exists(PUBLISHED) ? PUBLISHED : SAMPLES)) {
      var mails = files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
      var seeds = new ArrayList<byte[]>();
      for (var mail : mails) {
        seeds.add(Files.readAllBytes(mail));
      }
      return seeds;
    }
  }

  /** Reads so many damaged mails; any exception comes through, with the case that caused it. */
  public void run(int most) {
    for (int i = 0; i < most; i++) {
      var mail = damage.next();
      long start = System.nanoTime();
      try {
        read(mail);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("case %d: %s".formatted(cases, shown(mail)), e);
      }
      slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
      cases++;
    }
  }

  /** All that the service does with a mail it does not know. */
  private void read(byte[] raw) {
    var mail = reader.read(raw);
    if (mail.problem() != null && mail.problem().startsWith("the mail could not be taken apart")) {
      throw new IllegalStateException(mail.problem());
    }
    DeliveryReport.of(mail);
    Forward.in(mail.text());
    MailHtml.of(raw);
  }

  private static String shown(byte[] mail) {
    return new String(mail, 0, Math.min(mail.length, 2_000), StandardCharsets.ISO_8859_1);
  }

  /** How long the slowest case took, in milliseconds. */
  public long slowestMillis() {
    return slowestNanos / 1_000_000;
  }

  /** How many mails were read. */
  public int cases() {
    return cases;
  }
}
