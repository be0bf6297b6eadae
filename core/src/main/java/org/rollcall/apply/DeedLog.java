package org.rollcall.apply;

import java.util.List;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;

/// Hears what is about to be done before it is done, so that a run that breaks off leaves a word of
/// everything that it may have changed. For many threads.
public interface DeedLog {
  /// These changes are about to be carried out, as they are planned. Returns when that is written
  /// down, or cannot be.
  void begin(List<Change> changes);

  /// Something else is about to be done for a member. Returns when that is written down, or cannot
  /// be.
  ///
  /// @param deeds what was done for the member until now, and the deed that is about to be done
  void about(MemberId member, List<DeedRecord> deeds);

  /// Everything that was asked for a member has been answered, or will not be.
  ///
  /// @param deeds all that was done for the member
  void done(MemberId member, List<DeedRecord> deeds);

  /// Where nothing is written down.
  static DeedLog none() {
    return new DeedLog() {
      @Override
      public void begin(List<Change> changes) {}

      @Override
      public void about(MemberId member, List<DeedRecord> deeds) {}

      @Override
      public void done(MemberId member, List<DeedRecord> deeds) {}
    };
  }
}
