package org.redress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages real messages in the ways that wires, programs and attackers do. */
public final class Damage {

  /** Bytes that one accident hits at most; fewer in a short message, of which much should live. */
  private static final int MOST = 200;

  private static final int SHORT = 1_000;

  private final List<byte[]> seeds;
  private final List<String> pieces;
  private final Random random;

  /**
   * Begins with real messages.
   *
   * @param pieces what means something to their reader
   */
  public Damage(List<byte[]> seeds, List<String> pieces, long randomness) {
    this.seeds = seeds;
    this.pieces = pieces;
    this.random = new Random(randomness);
  }

  /** One of the messages, damaged in one to six places, a short one in up to two. */
  public byte[] next() {
    return next(random.nextInt(seeds.size()));
  }

  /** The message with this index, damaged alike. */
  public byte[] next(int seed) {
    var message = seeds.get(seed).clone();
    int most = message.length < SHORT ? 2 : 6;
    for (int times = 1 + random.nextInt(most); times > 0 && message.length > 0; times--) {
      message = once(message);
    }
    return message;
  }

  private byte[] once(byte[] message) {
    int at = random.nextInt(message.length);
    int most = Math.max(1, Math.min(MOST, message.length / 20));
    int to = Math.min(message.length, at + 1 + random.nextInt(most));
    switch (random.nextInt(7)) {
      case 0:
        message[at] = (byte) random.nextInt(256);
        return message;
      case 1:
        return joined(Arrays.copyOf(message, at), Arrays.copyOfRange(message, to, message.length));
      case 2:
        var piece = pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
        return joined(
            Arrays.copyOf(message, at), piece, Arrays.copyOfRange(message, at, message.length));
      case 3:
        return joined(Arrays.copyOf(message, to), Arrays.copyOfRange(message, at, message.length));
      case 4:
        return Arrays.copyOf(message, at);
      case 5:
        var other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(Math.max(1, other.length));
        return joined(Arrays.copyOf(message, at), Arrays.copyOfRange(other, from, other.length));
      default:
        for (int i = at; i < to; i++) {
          message[i] = (byte) random.nextInt(256);
        }
        return message;
    }
  }

  private static byte[] joined(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (var piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
