package org.rollcall.store;

import java.util.function.Consumer;
import org.rollcall.model.Target;
import org.rollcall.model.TextSet;
import org.rollcall.run.LastNotices;

/// Reads from the journal what the last run of one target told. A store that fails is reported and
/// counts as nothing told.
public final class SqlLastNotices implements LastNotices {
  private final Forgiving store;
  private final String key;

  /// @param trouble told a sentence when the store fails
  public SqlLastNotices(StoreAccess store, Target target, Consumer<String> trouble) {
    this.store = new Forgiving(store, trouble);
    this.key = target.key();
  }

  @Override
  public TextSet sentences() {
    var told = new TextSet();
    store.ask(
        "What the last run told cannot be read, so it is told again",
        0,
        handle -> {
          NoticeRows.last(handle, key).forEach(told::add);
          return 0;
        });
    return told;
  }
}
