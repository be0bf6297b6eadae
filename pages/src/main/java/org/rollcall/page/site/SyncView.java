package org.rollcall.page.site;

import java.util.List;

/// One sync: how it is, its charts, and its runs page by page.
///
/// @param sync how it is
/// @param series the charts' figures as JSON
/// @param runs the latest first
/// @param more the address of the runs before these; `""` for none
public record SyncView(SyncRow sync, String series, List<RunRow> runs, String more)
    implements View {
  public SyncView {
    runs = List.copyOf(runs);
  }

  @Override
  public String template() {
    return "sync";
  }
}
