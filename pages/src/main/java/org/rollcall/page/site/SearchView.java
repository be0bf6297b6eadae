package org.rollcall.page.site;

import java.util.List;

/// A search for members.
///
/// @param sync where; `""` where there are several and none is chosen
/// @param asked what for; `""` for nothing yet
/// @param found those who fit
/// @param answer what came of it, as a sentence; `""` where nothing was asked
public record SearchView(String sync, String asked, List<Found> found, String answer)
    implements View {
  /// Somebody who fits.
  ///
  /// @param words how they are known, beside their number
  public record Found(String number, String words) {}

  public SearchView {
    found = List.copyOf(found);
  }

  @Override
  public String template() {
    return "search";
  }
}
