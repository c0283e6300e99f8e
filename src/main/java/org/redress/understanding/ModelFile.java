package org.redress.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.redress.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as a file: a mark and a version, the card as JSON, then the weights as small whole
 * numbers with one scale a label, packed, then a check sum. Everything is bounded before it is
 * read; nothing in it is ever run.
 */
public final class ModelFile {

  /** The ending of the file's name. */
  public static final String ENDING = ".model";

  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 16 << 20;

  static final int MOST_FEATURES = 1_000_000;
  static final int MOST_LABELS = 1_000;
  private static final int MOST_WEIGHTS = 20_000_000;

  private static final int MARK = 0x52444D4C;
  private static final int VERSION = 1;
  private static final int VERSION_LENGTH = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Text TRAIN_AGAIN =
      new Text(
          "Train it again with classifier train, or restore the file.",
          "请用 classifier train 重新训练，或恢复该文件。");

  private ModelFile() {}

  /** The model's bytes; the same model always has the same. */
  public static byte[] write(TextModel model) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      var card = JSON.writeValueAsBytes(model.card());
      out.writeInt(MARK);
      out.writeInt(VERSION);
      out.writeInt(card.length);
      out.write(card);
      var packed = new DeflaterOutputStream(out);
      writeWeights(model.weights(), new DataOutputStream(packed));
      packed.finish();
      out.writeInt(checkSum(bytes.toByteArray(), bytes.size()));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeWeights(Weights weights, DataOutputStream out) throws IOException {
    out.writeInt(weights.features());
    for (int feature = 0; feature < weights.features(); feature++) {
      out.writeInt(weights.key(feature));
    }
    for (int feature = 0; feature < weights.features(); feature++) {
      out.writeFloat(weights.rarity(feature));
    }
    for (int label = 0; label < weights.labels(); label++) {
      float most = Float.MIN_NORMAL;
      for (int feature = 0; feature < weights.features(); feature++) {
        most = Math.max(most, Math.abs(weights.weight(feature, label)));
      }
      out.writeFloat(weights.bias(label));
      out.writeFloat(most / Short.MAX_VALUE);
      for (int feature = 0; feature < weights.features(); feature++) {
        out.writeShort(Math.round(weights.weight(feature, label) / most * Short.MAX_VALUE));
      }
    }
    out.flush();
  }

  /** Names the content of a file: the same bytes have the same version. */
  public static String version(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws InvalidModel when the bytes are no model that can be used
   */
  public static TextModel read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new InvalidModel(
          new Text("the model has more than %d MB", "模型超过了 %d MB").formatted(MOST_BYTES >> 20),
          new Text("Train it with fewer labels.", "请减少标签后重新训练。"));
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (bytes.length < Integer.BYTES * 4 || in.readInt() != MARK) {
        throw new InvalidModel(new Text("this file is not a model", "此文件不是模型"), TRAIN_AGAIN);
      }
      if (in.readInt() != VERSION) {
        throw new InvalidModel(
            new Text("this model was made by another version", "此模型由其他版本生成"), TRAIN_AGAIN);
      }
      var body = bytes.length - Integer.BYTES;
      var sum = new DataInputStream(new ByteArrayInputStream(bytes, body, Integer.BYTES)).readInt();
      if (sum != checkSum(bytes, body)) {
        throw damaged();
      }
      var card = JSON.readValue(in.readNBytes(bounded(in.readInt(), bytes.length)), Card.class);
      return new TextModel(card, weights(card, new InflaterInputStream(in)));
    } catch (IOException | JacksonException e) {
      throw damaged();
    }
  }

  private static Weights weights(Card card, InputStream packed) throws IOException {
    var in = new DataInputStream(packed);
    int labels = bounded(card.labels().size(), MOST_LABELS);
    if (labels == 0 || card.calibration().offsets().length != labels) {
      throw damaged();
    }
    int features = bounded(in.readInt(), Math.min(MOST_FEATURES, MOST_WEIGHTS / labels));
    var keys = new int[features];
    for (int feature = 0; feature < features; feature++) {
      keys[feature] = in.readInt();
    }
    var rarity = new float[features];
    for (int feature = 0; feature < features; feature++) {
      rarity[feature] = in.readFloat();
    }
    var byFeature = new float[features * labels];
    var bias = new float[labels];
    for (int label = 0; label < labels; label++) {
      bias[label] = in.readFloat();
      float scale = in.readFloat();
      for (int feature = 0; feature < features; feature++) {
        byFeature[feature * labels + label] = in.readShort() * scale;
      }
    }
    return new Weights(keys, rarity, byFeature, bias);
  }

  private static int bounded(int number, int most) {
    if (number < 0 || number > most) {
      throw damaged();
    }
    return number;
  }

  private static InvalidModel damaged() {
    return new InvalidModel(new Text("the model is damaged", "模型已损坏"), TRAIN_AGAIN);
  }

  private static int checkSum(byte[] bytes, int length) {
    var sum = new CRC32();
    sum.update(Arrays.copyOf(bytes, length));
    return (int) sum.getValue();
  }
}
