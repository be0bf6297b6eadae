package org.rollcall.doctor;

import java.util.List;

/// A check with others behind it.
public record Gate(Check check, List<Check> behind) implements Check {
  public Gate {
    behind = List.copyOf(behind);
  }

  @Override
  public String subject() {
    return check.subject();
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return check.look();
  }
}
