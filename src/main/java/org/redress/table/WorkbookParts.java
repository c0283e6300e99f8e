package org.redress.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.redress.text.Text;

/** Looks at the parts of a workbook before it is opened: their size, and what no table may have. */
final class WorkbookParts {

  private static final int MOST_PARTS = 1_000;

  /** Unpacked, all parts together. */
  private static final int MOST_BYTES = 100 << 20;

  private static final Pattern FIRST_ROW = Pattern.compile("[A-Z]{1,3}(\\d{1,7}).*");

  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
  }

  private WorkbookParts() {}

  /** Mistakes; one of line 0 means that the workbook must not be opened. */
  static List<Table.Mistake> check(byte[] bytes) throws IOException {
    var mistakes = new ArrayList<Table.Mistake>();
    var left = MOST_BYTES;
    try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
      var parts = Collections.list(zip.getEntries());
      for (var part : parts) {
        byte[] content;
        try (var packed = zip.getInputStream(part)) {
          content = packed.readNBytes(left + 1);
        }
        left -= content.length;
        if (left < 0 || parts.size() > MOST_PARTS) {
          return List.of(
              whole(
                  new Text("the workbook is far larger than it looks", "工作簿的实际内容远比看上去大"),
                  new Text("Save only the table.", "请只保存这张表格。")));
        }
        if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
          mistakes.addAll(merged(content));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return mistakes;
  }

  private static Table.Mistake whole(Text what, Text remedy) {
    return new Table.Mistake(0, null, what, remedy);
  }

  private static List<Table.Mistake> merged(byte[] xml) throws XMLStreamException {
    var mistakes = new ArrayList<Table.Mistake>();
    var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
    try {
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          return List.of(
              whole(
                  new Text(
                      "the workbook is not as spreadsheet programs save it", "此工作簿不是电子表格软件保存的样子"),
                  new Text("Save it anew.", "请重新保存。")));
        }
        if (event == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("mergeCell")) {
          var cells = String.valueOf(reader.getAttributeValue(null, "ref"));
          mistakes.add(merged(cells));
        }
      }
    } finally {
      reader.close();
    }
    return mistakes;
  }

  private static Table.Mistake merged(String cells) {
    var row = FIRST_ROW.matcher(cells);
    return new Table.Mistake(
        row.matches() ? Integer.parseInt(row.group(1)) : 1,
        null,
        new Text("the cells %s are merged", "单元格 %s 被合并了").formatted(cells),
        new Text(
            "Separate them, so that each row says for itself what it means.", "请取消合并，让每一行自己说明含义。"));
  }
}
