package org.redress.ticket.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What finds what. */
class IndexTest {

  private static final List<TicketText> TEXTS =
      List.of(
          new TicketText(
              1,
              List.of("RD-100001", "My kettle caught fire", "ada.byron@example.com", "Zoë Brontë"),
              List.of("+44 20 7946 0123", "RD-100001"),
              said(1, "My kettle caught fire")),
          new TicketText(
              2,
              List.of("RD-100002", "订单ABC123还没到，我要求退款。请尽快处理！"),
              List.of("13800138000"),
              said(2, "订单ABC123还没到，我要求退款。请尽快处理！")),
          new TicketText(
              3, List.of("RD-100003", "退了两次，款还没到。付款"), List.of(), said(3, "退了两次，款还没到。付款")));

  @TempDir Path folder;

  private static FullText.Said said(long complaint, String text) {
    return new FullText.Said(complaint, complaint, Instant.EPOCH, text);
  }

  @ParameterizedTest
  @CsvSource({
    "kettle, 1",
    "KETT, 1",
    "fire kettle, 1",
    "kettle cold, ''",
    "ada.byron@example.com, 1",
    "bronte, 1",
    "RD-100002, 2",
    "100002, 2",
    "9460123, 1",
    "020 7946, ''",
    "20 7946, 1",
    "0013 8000, 2",
    "退款, 2",
    "款, '3,2'",
    "要求退款。请尽快, 2",
    "订单ABC123还没, 2",
    "ａｂｃ１２３, 2",
    "还没到, '3,2'",
    "没还到, ''",
    "！, '3,2,1'"
  })
  void wordsAreFound(String asked, String expected) {
    try (var index = Index.open(folder)) {
      index.put(TEXTS);
      assertThat(index.find(asked, 10))
          .extracting(String::valueOf)
          .containsExactly(expected.isEmpty() ? new String[0] : expected.split(","));
    }
  }

  @Test
  void theNewestAreGivenWhenThereAreTooMany() {
    try (var index = Index.open(folder)) {
      index.put(TEXTS);
      assertThat(index.find("rd", 2)).containsExactly(3L, 2L);
    }
  }

  @Test
  void whatIsSaidLaterTakesThePlaceOfWhatWas() {
    try (var index = Index.open(folder)) {
      index.put(TEXTS);
      index.put(List.of(new TicketText(1, List.of("A lamp"), List.of(), said(1, "A lamp"))));
      assertThat(index.find("kettle", 10)).isEmpty();
      assertThat(index.find("lamp", 10)).containsExactly(1L);
      assertThat(index.size()).isEqualTo(3);
    }
  }

  @Test
  void notesAndTextsAreKeptAndADamagedIndexIsMadeAnew() throws Exception {
    try (var index = Index.open(folder)) {
      index.put(TEXTS);
      index.commit(Map.of("until", "now"));
    }
    try (var index = Index.open(folder)) {
      assertThat(index.notes()).containsEntry("until", "now");
      assertThat(index.find("kettle", 10)).containsExactly(1L);
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.writeString(file, "not an index");
      }
    }
    try (var index = Index.open(folder)) {
      assertThat(index.notes()).isEmpty();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void aFolderThatAnotherHoldsIsLeftToIt() {
    try (var first = Index.open(folder);
        var second = Index.open(folder)) {
      first.put(TEXTS);
      assertThat(second.find("kettle", 10)).isEmpty();
      assertThat(first.find("kettle", 10)).containsExactly(1L);
    }
  }
}
