package org.rollcall.json;

import org.jspecify.annotations.Nullable;
import org.rollcall.model.PrintableText;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Has JSON write what is not printable as an escape. A program reads the same text; a terminal
/// that shows the JSON obeys nothing of it. Characters beyond the first plane, such as emoji, are
/// written as pairs of escapes, because JSON is asked for each half by itself.
public final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;
  private static final int DELETE = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    var codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return PrintableText.isPrintable(character)
        ? null
        : new SerializedString(PrintableText.escape((char) character));
  }
}
