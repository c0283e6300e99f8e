package org.redress.intake.smtp;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** Reads what a sender delivers, holding no more of it than one mail may have. */
public final class WholeMail {

  /** A sender hears that its mail is too large only once it has said so many times the limit. */
  private static final int PATIENCE = 4;

  private WholeMail() {}

  /**
   * The bytes of a mail.
   *
   * @throws RejectException when it is larger; all of it was read then, for the sender hears the
   *     answer only once it has said everything
   * @throws TooMuchDataException when it does not end: the sender is cut off
   */
  public static byte[] read(InputStream content, DataSize largest)
      throws RejectException, IOException {
    var limit = (int) largest.toBytes();
    var bytes = content.readNBytes(limit + 1);
    if (bytes.length > limit) {
      readOn(content, PATIENCE * (long) limit, largest);
      throw new RejectException(552, "5.3.4 The mail is larger than " + told(largest));
    }
    return bytes;
  }

  private static void readOn(InputStream content, long most, DataSize largest) throws IOException {
    if (content.skip(most) == most && content.read() >= 0) {
      throw new TooMuchDataException("much larger than " + told(largest));
    }
  }

  private static String told(DataSize size) {
    return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toBytes() + " bytes";
  }
}
