package org.rollcall.model;

/// Something that a person or another program has added to a contact, beside its fields.
public enum Belonging {
  OWNER("an owner"),
  TAGS("tags"),
  NOTES("notes"),
  COMPANIES("companies"),
  CONVERSATIONS("conversations"),
  ATTRIBUTES("other attributes");

  private final String words;

  Belonging(String words) {
    this.words = words;
  }

  /// As a sentence names it: `an owner`.
  public String words() {
    return words;
  }
}
