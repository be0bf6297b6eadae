package org.rollcall.page.site;

import java.util.List;

/// All syncs.
public record OverviewView(List<SyncRow> syncs) implements View {
  public OverviewView {
    syncs = List.copyOf(syncs);
  }

  @Override
  public String template() {
    return "overview";
  }
}
