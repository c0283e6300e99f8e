package org.redress.demo.cast;

import java.util.List;

/**
 * A message that cannot be understood.
 *
 * @param said what arrived, meant to be JSON
 */
public record Mishap(String channel, String said) {

  /** Some of each kind. */
  public static final List<Mishap> ALL =
      List.of(
          new Mishap("web", "{\"customer\":{\"name\":\"Grace Hopper\"},\"text\":\"\"}"),
          new Mishap(
              "api", "{\"text\":\"Invoice 2210 was taken twice\",\"customer\":{\"name\":\"Ad"),
          new Mishap("phone", "{\"customer\":{\"phone\":\"+86 138 0013 8000\"}}"),
          new Mishap("web", "{\"subject\":\"投诉\",\"text\":\"   \",\"customer\":{\"name\":\"李娜\"}}"),
          new Mishap("api", "{\"text\":\"物流太慢\",\"customer\":\"王芳\"}"),
          new Mishap("api", "text=The kettle leaks&name=Ada"));
}
