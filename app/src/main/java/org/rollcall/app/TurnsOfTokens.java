package org.rollcall.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Turns;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Secret;

/// The turns of each access token that this process calls Intercom with. Intercom counts calls by
/// token, so runs that share one share its rate, whichever program and settings they belong to.
/// They stay as long as the process: there are as many as tokens. For many threads.
final class TurnsOfTokens {
  private static final Map<Limit, Turns> ALL = new ConcurrentHashMap<>();

  private TurnsOfTokens() {}

  /// What one limit is about. Settings that pace one token differently do not share.
  private record Limit(String url, Secret token, Pace rate, double headroom) {}

  static Turns of(Intercom settings, Secret token) {
    var limit = new Limit(settings.url(), token, settings.rate(), settings.headroom());
    return ALL.computeIfAbsent(limit, _ -> new Turns(pacer(settings)));
  }

  private static Pacer pacer(Intercom settings) {
    return switch (settings.rate()) {
      case Pace.UpTo(var rate) -> Pacer.upTo(rate, settings.headroom());
      case Pace.Auto() -> Pacer.auto(settings.headroom());
    };
  }
}
