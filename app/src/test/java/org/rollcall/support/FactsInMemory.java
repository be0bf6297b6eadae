package org.rollcall.support;

import org.rollcall.app.RunMemory;
import org.rollcall.model.Target;
import org.rollcall.run.KnownEndings;
import org.rollcall.run.KnownMapping;
import org.rollcall.run.LastNotices;
import org.rollcall.run.LastWritten;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.PastRuns;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.Revivals;
import org.rollcall.run.WrittenBefore;

/// A memory of mappings and endings, and of nothing else.
public record FactsInMemory(KnownMapping mapping, KnownEndings endings, Revivals revivals)
    implements RunMemory {
  /// Remembers how contacts were made.
  public static FactsInMemory of(KnownMapping mapping) {
    return new FactsInMemory(mapping, KnownEndings.none(), Revivals.none());
  }

  /// Remembers how it ended with single members.
  public static FactsInMemory of(KnownEndings endings) {
    return new FactsInMemory(KnownMapping.none(), endings, Revivals.none());
  }

  @Override
  public Lease lease() {
    return Lease.none();
  }

  @Override
  public LearnedFacts facts(Target target) {
    return new LearnedFacts(
        PastRuns.none(),
        RefusedFields.none(),
        LastWritten.none(),
        WrittenBefore.nothing(),
        LastNotices.none(),
        mapping,
        endings);
  }

  @Override
  public Revivals revivals(Target target) {
    return revivals;
  }
}
