package org.rollcall.page.site;

import org.rollcall.page.Tone;

/// A field of one member on their page.
///
/// @param expression by what it is computed; `""` where the settings do not say
/// @param wanted what the roster gives; `""` for nothing
/// @param intercom what Intercom has; `""` for nothing
/// @param left whether nothing is ever written
/// @param differs whether both are to be the same and are not
public record FieldRow(
    String field,
    String expression,
    String wanted,
    String intercom,
    boolean left,
    boolean differs) {
  /// How it stands.
  public Tone tone() {
    return left ? Tone.QUIET : differs ? Tone.CHANGE : Tone.GOOD;
  }

  /// The same in a word.
  public String word() {
    return left ? Text.text("member.left") : Text.text(differs ? "member.differs" : "member.right");
  }
}
