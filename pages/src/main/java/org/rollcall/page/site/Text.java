package org.rollcall.page.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// All that the pages say by themselves, by key, in one file. What runs and plans say is theirs.
public final class Text {
  private static final Properties ALL = read();

  private Text() {}

  /// The text of a key.
  ///
  /// @param values what stands for `{0}`, `{1}` and so on
  /// @throws IllegalArgumentException when there is no such key
  public static String text(String key, Object... values) {
    var pattern = ALL.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("There is no text " + key + ".");
    }
    return new MessageFormat(pattern, Locale.ENGLISH).format(values);
  }

  /// All keys.
  static Set<String> keys() {
    return ALL.stringPropertyNames();
  }

  private static Properties read() {
    var all = new Properties();
    try (var in = Objects.requireNonNull(Text.class.getResourceAsStream("text.properties"));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      all.load(reader);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return all;
  }
}
