package org.rollcall.page.site;

import java.util.List;
import org.rollcall.page.Page.EntryRow;

/// Some members of a long list.
///
/// @param from the place of the first of them, from 0
/// @param of how many there are in all
/// @param more the address of the next; `""` for none
/// @param link what stands before a member's number in the address of their page
public record Stretch(List<EntryRow> entries, int from, int of, String more, String link) {
  /// So many are shown at once.
  public static final int LENGTH = 50;

  public Stretch {
    entries = List.copyOf(entries);
  }

  /// @param path the address of the list
  public static Stretch of(List<EntryRow> all, int from, String path, Filter filter, String link) {
    int first = Math.clamp(from, 0, all.size());
    int last = Math.min(first + LENGTH, all.size());
    return new Stretch(
        all.subList(first, last),
        first,
        all.size(),
        last < all.size() ? path + filter.query(last) : "",
        link);
  }
}
