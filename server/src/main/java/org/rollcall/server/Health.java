package org.rollcall.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rollcall.server.web.Problem;
import org.rollcall.server.web.Routes;

/// Tells whoever looks after processes how this one is. Needs no login, and says nothing about
/// anybody.
///
/// @param storeAnswers whether the store can be reached now
/// @param ticks whether the schedule goes on
record Health(Supplier<Boolean> storeAnswers, BooleanSupplier ticks) implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/healthz", context -> context.result("alive\n"));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context context) {
    if (!storeAnswers.get()) {
      refuse(context, "The store cannot be reached.");
    } else if (!ticks.getAsBoolean()) {
      refuse(context, "The schedule stands still.");
    } else {
      context.result("ready\n");
    }
  }

  private static void refuse(Context context, String why) {
    new Problem(HttpStatus.SERVICE_UNAVAILABLE, why).answer(context);
  }
}
