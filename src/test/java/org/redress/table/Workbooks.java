package org.redress.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as people make them, good and bad. */
final class Workbooks {

  private Workbooks() {}

  /** A workbook whose first sheet has a header {@code name, value} and what is done to it. */
  static byte[] with(Consumer<Worksheet> filling) {
    return of(
        workbook -> {
          var sheet = workbook.newWorksheet("rules");
          sheet.value(0, 0, "name");
          sheet.value(0, 1, "value");
          filling.accept(sheet);
        });
  }

  static byte[] of(Consumer<Workbook> filling) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", null)) {
      filling.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The workbook with a text of its sheets replaced. */
  static byte[] patched(byte[] workbook, String text, String by) {
    var patched = new ByteArrayOutputStream();
    try (var from = ZipFile.builder().setByteArray(workbook).get();
        var to = new ZipOutputStream(patched)) {
      for (var entry : Collections.list(from.getEntries())) {
        var content = from.getInputStream(entry).readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().startsWith("xl/worksheets/")) {
          var xml = new String(content, StandardCharsets.UTF_8);
          content = xml.replace(text, by).getBytes(StandardCharsets.UTF_8);
        }
        to.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patched.toByteArray();
  }

  /** A zip file that begins like a workbook and unpacks to far more than it has. */
  static byte[] bomb() {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      var megabyte = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(megabyte);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
