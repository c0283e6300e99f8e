package org.redress.intake.mail;

final class ReplyText {
  static String of(String s) {
    return s.strip();
  }
}
