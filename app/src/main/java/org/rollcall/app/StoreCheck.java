package org.rollcall.app;

import java.util.List;
import org.rollcall.doctor.Check;
import org.rollcall.doctor.Finding;
import org.rollcall.review.RunFilter;
import org.rollcall.run.RunStopped;
import org.rollcall.store.StoreTrouble;

/// Whether runs can be remembered.
record StoreCheck(StoreConnection store) implements Check {
  @Override
  public String subject() {
    return "Store";
  }

  /// Whether it is on a server.
  boolean isFar() {
    return store.isFar();
  }

  @Override
  public List<Finding> look() {
    try {
      if (!store.isThere()) {
        store.tryOut();
        return List.of(
            new Finding.Good(subject(), "There is no store yet; the first run makes it."));
      }
      store.get().check();
      var runs = store.get().history().runs(RunFilter.ALL, 1);
      var latest =
          runs.isEmpty() ? "it has no run yet" : "its latest run is " + runs.getFirst().run();
      return List.of(new Finding.Good(subject(), "Can be opened; " + latest + "."));
    } catch (StoreTrouble | RunStopped trouble) {
      return List.of(
          new Finding.Wrong(
              subject(),
              trouble.getMessage() + ".",
              "No run writes without it, since nobody could say whether another one is writing."
                  + " Check store.url; or move a damaged file away, and the next run makes a new one."));
    }
  }
}
