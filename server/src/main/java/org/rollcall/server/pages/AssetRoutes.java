package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.rollcall.page.site.Assets;
import org.rollcall.page.site.Assets.Asset;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// The files that pages load. A browser may keep them for ever, since their addresses change with
/// what they hold.
final class AssetRoutes implements Routes {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @Override
  public void addTo(RoutesConfig routes) {
    Assets.all()
        .forEach(
            asset -> routes.get(asset.path(), context -> send(asset, context), PageNeeds.ANYBODY));
    routes.get(
        "/favicon.ico", context -> context.redirect(Assets.path("icon.svg")), PageNeeds.ANYBODY);
  }

  private static void send(Asset asset, Context context) {
    context.header("Cache-Control", FOR_EVER).contentType(asset.type()).result(asset.content());
  }
}
