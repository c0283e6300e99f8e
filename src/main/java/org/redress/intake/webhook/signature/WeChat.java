package org.redress.intake.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's way. The plain signature does not cover the message; with a key only enciphered messages
 * are taken, and their signature does.
 *
 * @param key the 43 characters of {@code EncodingAESKey}; none for plain messages
 */
record WeChat(String token, @Nullable String key, Times times) implements Signature {

  private static final Pattern ENCIPHERED =
      Pattern.compile("<Encrypt>\\s*<!\\[CDATA\\[([A-Za-z0-9+/=]+)]]>\\s*</Encrypt>");

  /** Sixteen random bytes, then the length, stand before the message. */
  private static final int PREFIX = 16;

  @Override
  public Optional<byte[]> open(Call call) {
    if (!isSigned(call, "signature", Stream.empty())) {
      return Optional.empty();
    }
    if (key == null) {
      return Optional.of(call.body());
    }
    var found = ENCIPHERED.matcher(new String(call.body(), UTF_8));
    return found.find() && isSigned(call, "msg_signature", Stream.of(found.group(1)))
        ? deciphered(found.group(1), key)
        : Optional.empty();
  }

  @Override
  public Optional<String> greeting(Call call) {
    return isSigned(call, "signature", Stream.empty())
        ? Optional.of(call.query("echostr"))
        : Optional.empty();
  }

  @Override
  public String thanks() {
    return "success";
  }

  private boolean isSigned(Call call, String where, Stream<String> more) {
    var words =
        Stream.concat(Stream.of(token, call.query("timestamp"), call.query("nonce")), more)
            .sorted()
            .collect(Collectors.joining());
    return times.isNow(call.query("timestamp"))
        && Secrets.same(Secrets.sha1(words), call.query(where));
  }

  private static Optional<byte[]> deciphered(String enciphered, String encodedKey) {
    try {
      var aes = Base64.getDecoder().decode(encodedKey + "=");
      var cipher = Cipher.getInstance("AES/CBC/NoPadding");
      var start = new IvParameterSpec(aes, 0, cipher.getBlockSize());
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(aes, "AES"), start);
      var plain = ByteBuffer.wrap(cipher.doFinal(Base64.getDecoder().decode(enciphered)));
      var length = plain.getInt(PREFIX);
      var from = PREFIX + Integer.BYTES;
      return length < 0 || length > plain.limit() - from
          ? Optional.empty()
          : Optional.of(Arrays.copyOfRange(plain.array(), from, from + length));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
