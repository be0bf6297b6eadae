package org.rollcall.page.site;

import org.rollcall.page.Tone;

/// A count that is a link to those whom it counts.
///
/// @param number how many; negative where it is a choice and counts nobody
/// @param query what the link asks for, with `?`; `""` where they are not listed
/// @param chosen whether they are shown now
public record FilterLink(String name, long number, Tone tone, String query, boolean chosen) {
  /// Whether it counts anybody.
  public boolean counts() {
    return number >= 0;
  }
}
