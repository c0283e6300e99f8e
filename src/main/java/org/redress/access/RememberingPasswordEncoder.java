package org.redress.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which passwords matched which hash, so that a program which signs in at every call pays
 * for the slow hash once. What is kept is a keyed digest of both, under a key that dies with the
 * process; a changed password has another hash and is not remembered.
 */
class RememberingPasswordEncoder implements PasswordEncoder {

  private static final int MOST = 1000;
  private static final String DIGEST = "HmacSHA256";

  private final PasswordEncoder slow;
  private final SecretKeySpec key;
  private final Map<String, Boolean> matched =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST;
            }
          });

  RememberingPasswordEncoder(PasswordEncoder slow) {
    this.slow = slow;
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, DIGEST);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return slow.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    if (password == null || hash == null) {
      return false;
    }
    var both = digest(password + "\0" + hash);
    if (matched.containsKey(both)) {
      return true;
    }
    var matches = slow.matches(password, hash);
    if (matches) {
      matched.put(both, true);
    }
    return matches;
  }

  private String digest(String text) {
    try {
      var mac = Mac.getInstance(DIGEST);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
