package org.rollcall.support;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.apply.GatewayListener;
import org.rollcall.model.FieldName;

/// Records everything that it is told.
public final class HeardListener implements GatewayListener {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void retrying(String what, String why, int attempt, int attempts, Duration pause) {
    heard.add("%s, try %d of %d after %s: %s".formatted(what, attempt, attempts, pause, why));
  }

  @Override
  public void rateWait(int used, int maximum, Duration pause) {
    heard.add("%d of %d, waiting %s".formatted(used, maximum, pause));
  }

  @Override
  public void waitsForPart(String why) {
    heard.add("waits for its part: " + why);
  }

  @Override
  public void refusedByRate(String what, String why, Duration pause) {
    heard.add("%s, refused by rate, waiting %s: %s".formatted(what, pause, why));
  }

  @Override
  public void outage(int members, String why, Duration between, Duration patience) {
    heard.add("outage after %d, for at most %s: %s".formatted(members, patience, why));
  }

  @Override
  public void back() {
    heard.add("back");
  }

  @Override
  public void noCreates(String why) {
    heard.add("no creates: " + why);
  }

  @Override
  public void refusedForAll(FieldName field, int members) {
    heard.add("%s refused for %d, left out".formatted(field, members));
  }

  /// All of it, in order.
  public List<String> heard() {
    return List.copyOf(heard);
  }
}
