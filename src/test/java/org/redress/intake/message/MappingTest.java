package org.redress.intake.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.message.Content.Format;
import tools.jackson.databind.json.JsonMapper;

/** Where things stand in a message. */
class MappingTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SHOP =
      """
      {"shop": "Basel", "orders": [
        {"no": 1, "notes": ["late", "cold"], "who": {"first": "Ann", "last": "Lee"}},
        {"no": 2, "notes": "rude", "who": {"last": "Wu"}}]}
      """;

  private static Spot read(Format format, String text) {
    return new Spot(Content.read(format, text.getBytes(UTF_8), JSON).tree(), null);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /orders/*/notes/*,     /shop,                      Basel
          /orders/*/notes/*,     .,                          late
          /orders/*/notes/*,     ../../no,                   1
          /orders/*,             who/first,                  Ann
          /orders/1,             who/first | who/last,       Wu
          /orders/1,             '{who/first} {who/last}',   Wu
          /orders/*,             '{who/first} {who/last}',   Ann Lee
          /orders/*,             'order-{no}',               order-1
          /orders/*,             'order-{none}',             ''
          /orders/*,             nothing,                    ''
          /orders/9,             no,                         -
          """)
  void namesAPlaceAsFilesAreNamed(String each, String words, String expected) {
    var found = Path.of(each).from(read(Format.JSON, SHOP));
    assertThat(found.isEmpty() ? "-" : Words.of(words).at(found.get(0))).isEqualTo(expected);
  }

  @Test
  void aListOfOneMayBeWrittenAsTheOne() {
    var notes = Path.of("/orders/*/notes/*").from(read(Format.JSON, SHOP));
    assertThat(notes).extracting(Spot::text).containsExactly("late", "cold", "rude");
    assertThat(notes).extracting(n -> Path.of("../../no").text(n)).containsExactly("1", "1", "2");
  }

  @Test
  void readsXmlFormsAndTablesAlike() {
    var xml = read(Format.XML, "<f><e id='7'><t>one</t></e><e><t><![CDATA[<two>]]></t></e></f>");
    assertThat(Path.of("/e/*/t").from(xml)).extracting(Spot::text).containsExactly("one", "<two>");
    assertThat(Path.of("/e/0/@id").text(xml)).isEqualTo("7");
    assertThat(Path.of("From").text(read(Format.FORM, "Body=a%26b+c&From=%2B41"))).isEqualTo("+41");
    assertThat(Path.of("/*/what").from(read(Format.CSV, "no,what\n1,broken\n2,\"late, cold\"\n")))
        .extracting(Spot::text)
        .containsExactly("broken", "late, cold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:/etc/hostname'>]><x>&e;</x>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>",
        "<x>",
        "",
      })
  void readsNoXmlThatCouldFetchOrGrow(String xml) {
    var content = Content.read(Format.XML, xml.getBytes(UTF_8), JSON);
    assertThat(content.tree()).isEmpty();
    assertThat(content.broken()).hasSize(1);
  }

  @Test
  void refusesXmlAndJsonWithoutEnd() {
    var deep = "<a>".repeat(5000) + "</a>".repeat(5000);
    assertThat(Content.read(Format.XML, deep.getBytes(UTF_8), JSON).broken()).hasSize(1);
    assertThat(Content.read(Format.JSON, "[".repeat(99_999).getBytes(UTF_8), JSON).broken())
        .hasSize(1);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrTold(@ForAll byte[] bytes, @ForAll Format format) {
    var content = Content.read(format, bytes, JSON);
    assertThat(content.tree()).isNotNull();
  }
}
