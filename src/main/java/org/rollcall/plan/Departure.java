package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.Wanted;

/// How a contact shows that its owner has left.
public sealed interface Departure {
  /// Some fields say so.
  ///
  /// @param wanted the person and the fields that say it, none else
  /// @param differences those of them that are not so yet
  record Mark(Wanted wanted, List<Difference> differences) implements Departure {
    public Mark {
      differences = List.copyOf(differences);
    }
  }

  /// The contact is archived.
  record Archive() implements Departure {}
}
