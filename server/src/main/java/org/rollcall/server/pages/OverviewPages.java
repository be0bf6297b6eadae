package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.OverviewView;
import org.rollcall.page.site.Site;
import org.rollcall.page.site.Text;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// All syncs at a glance.
record OverviewPages(Answering answering) implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", answering.by(OverviewPages::whole), PageNeeds.VIEWER);
    routes.get("/syncs.html", answering.by(OverviewPages::rows), PageNeeds.VIEWER);
  }

  private static void whole(Visit visit) {
    visit.show(Text.text("overview.title"), Place.OVERVIEW, new OverviewView(SyncRows.all(visit)));
  }

  private static void rows(Visit visit) {
    visit.html(Site.part("syncs", Map.of("view", new OverviewView(SyncRows.all(visit)))));
  }
}
