package org.rollcall.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Turns;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Secret;

/// The turns of each access token that this process calls Intercom with, where it shares with no
/// other process. Intercom counts calls by token, so runs that have one share its rate, whichever
/// program and settings they belong to. They stay as long as the process: there are as many as
/// tokens. For many threads.
final class TurnsOfTokens {
  private static final Map<Limit, Turns> ALL = new ConcurrentHashMap<>();

  private TurnsOfTokens() {}

  /// What one limit is about. Settings that pace one token differently do not share.
  record Limit(String url, Secret token, Pace rate, double headroom) {
    static Limit of(Intercom settings, Secret token) {
      return new Limit(settings.url(), token, settings.rate(), settings.headroom());
    }

    /// The same, whatever address the token is used at.
    Limit ofToken() {
      return new Limit("", token, rate, headroom);
    }

    Pacer pacer() {
      return switch (rate) {
        case Pace.UpTo(var most) -> Pacer.upTo(most, headroom);
        case Pace.Auto() -> Pacer.auto(headroom);
      };
    }
  }

  static Turns of(Intercom settings, Secret token) {
    return ALL.computeIfAbsent(Limit.of(settings, token), limit -> new Turns(limit.pacer()));
  }
}
