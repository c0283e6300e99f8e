package org.redress.intake.mail.wrapped;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.kerby.cms.type.ContentInfo;
import org.apache.kerby.cms.type.SignedData;

/** Opaque S/MIME (RFC 8551): a mail inside of its own signature, or enciphered. */
public final class Smime {

  private static final Set<String> TYPES =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";

  private Smime() {}

  /** Whether parts of this media type may be such mails. */
  public static boolean is(String type) {
    return TYPES.contains(type);
  }

  /**
   * The signed mail, a header and a body; empty when it is enciphered or broken. Whether the
   * signature is right is not looked at: a complaint counts without one.
   */
  public static Optional<byte[]> signed(byte[] part) {
    try {
      var outer = new ContentInfo();
      outer.decode(part);
      if (!SIGNED_DATA.equals(outer.getContentType())) {
        return Optional.empty();
      }
      var inner = outer.getContentAs(SignedData.class).getEncapContentInfo();
      return Optional.ofNullable(inner.getContent());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
