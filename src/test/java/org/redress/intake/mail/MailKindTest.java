package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b | bounce",
        "From: Mail Delivery Subsystem <MAILER-DAEMON@example.com> | bounce",
        "X-Failed-Recipients: jane@example.com | bounce",
        "Content-Type: message/delivery-status | bounce",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=b | feedback_report",
        "Subject: complaint about message from 192.0.2.1 | feedback_report",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b | receipt",
        "Auto-Submitted: auto-replied | auto_reply",
        "Precedence: auto_reply | auto_reply",
        "Subject: Automatic reply: your ticket | auto_reply",
        "Subject: 自动回复：您的来信已收到 | auto_reply",
        "Auto-Submitted: auto-generated; type=status | auto_generated",
        "Return-Path: <> | auto_generated"
      })
  void recognisesMailFromPrograms(String field, String kind) {
    var mail = RawMail.withHeader(field).add("\nx\n").read();

    assertThat(mail.kind().word()).isEqualTo(kind);
    assertThat(mail.machineGenerated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Precedence: bulk",
        "List-Id: <news.example.com>",
        "Feedback-ID: 1:2:3:shop",
        "Precedence: bulk\r\nList-Post: NO"
      })
  void recognisesNewsletters(String field) {
    var mail = RawMail.read("Sale!", field, "List-Unsubscribe: <https://example.com/leave>");

    assertThat(mail.kind()).isEqualTo(MailKind.NEWSLETTER);
    assertThat(mail.kind().word()).isEqualTo("auto_generated");
  }

  /** What lists for talk, groups and programs for sales people add to mails of people. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Precedence: list\r\nList-Id: <care.example.com>",
        "List-Id: <care.example.com>\r\nList-Post: <mailto:care@example.com>\r\nPrecedence: bulk",
        "Mailing-List: list care@example.com; contact care-owner@example.com\r\nPrecedence: bulk",
        "In-Reply-To: <offer@example.com>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "X-Loop: care@example.com"
      })
  void takesPeopleBehindAGroupForPeople(String field) {
    var mail = RawMail.read("My kettle leaks.", field, "List-Unsubscribe: <https://example.com/x>");

    assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: Your automatic reply did not help me",
        "Subject: 自动回复根本没有用",
        "Subject: Re: Automatic reply: your ticket",
        "Subject: Delivery failed again, third complaint",
        "Subject: My adviser is out of the office all week",
        "Subject: undeliverable parcel",
        "From: postmaster@example.com",
        "Auto-Submitted: no",
        "Precedence: list",
        "List-Unsubscribe: <https://example.com/leave>"
      })
  void takesPeopleForPeople(String field) {
    assertThat(RawMail.read("x", field).kind()).isEqualTo(MailKind.ORDINARY);
  }

  @Test
  void doesNotJudgeAMailByTheMailAttachedToIt() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed; boundary=b")
            .add("\n--b\n\nI got this from you:\n--b\nContent-Type: message/rfc822\n\n")
            .add("From: MAILER-DAEMON@example.com\nAuto-Submitted: auto-replied\n\nx\n--b--\n")
            .read();

    assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
  }
}
