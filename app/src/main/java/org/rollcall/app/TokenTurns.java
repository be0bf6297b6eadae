package org.rollcall.app;

import org.rollcall.apply.Turns;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Secret;

/// Where those who call Intercom get their turns. For many threads.
@FunctionalInterface
interface TokenTurns {
  /// The turns of all who share a token's rate with this caller.
  Turns of(Intercom settings, Secret token);
}
