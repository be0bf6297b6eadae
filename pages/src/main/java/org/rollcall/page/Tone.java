package org.rollcall.page;

/// How something is meant. A page shows it by colour and by shape, since some people see no colour
/// and some print.
public enum Tone {
  GOOD("good", "✓"),
  CHANGE("change", "●"),
  WARNING("warning", "▲"),
  BAD("bad", "✕"),
  QUIET("quiet", "–");

  private final String word;
  private final String sign;

  Tone(String word, String sign) {
    this.word = word;
    this.sign = sign;
  }

  /// The name of its class on a page.
  public String word() {
    return word;
  }

  /// Its shape.
  public String sign() {
    return sign;
  }
}
