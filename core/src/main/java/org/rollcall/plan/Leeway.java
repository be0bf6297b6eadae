package org.rollcall.plan;

/// How many contacts a run may put away beside those that its plan names, because it meets them on
/// the way only.
///
/// @param contacts how many
/// @param limit the setting that says so, as the end of a sentence; `""` for none
public record Leeway(int contacts, String limit) {
  /// Any number: the operator overrides the safeguard.
  public static final Leeway UNLIMITED = new Leeway(Integer.MAX_VALUE, "");
}
