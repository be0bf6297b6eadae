package org.rollcall.doctor;

import java.net.URI;
import java.util.Optional;
import org.rollcall.survey.Reach;
import org.rollcall.survey.Visitor;

/// Visits one server once. Who asks again is told what the first visit found: a login that was
/// refused must not be repeated.
public final class FirstVisit implements Visitor {
  private final Visitor visitor;
  private Optional<Reach> found = Optional.empty();

  public FirstVisit(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public synchronized Reach visit(URI address) throws InterruptedException {
    if (found.isEmpty()) {
      found = Optional.of(visitor.visit(address));
    }
    return found.get();
  }
}
