package org.rollcall.run;

import org.rollcall.model.MappingDigest;

/// The mapping by which a target's contacts were made. Losing it loses an explanation, never
/// correctness.
public interface KnownMapping {
  /// The mapping of the last good run.
  MappingDigest ofLastGoodRun();

  /// The mapping that an operator has accepted since then.
  MappingDigest accepted();

  /// Remembers that an operator accepts it. That holds until a run comes to its end.
  void accept(MappingDigest mapping);

  /// Remembers the mapping of a good run.
  void remember(MappingDigest mapping);

  /// The same for runs of some members only. After them other contacts are still made in the old
  /// way.
  default KnownMapping ofSome() {
    var whole = this;
    return new KnownMapping() {
      @Override
      public MappingDigest ofLastGoodRun() {
        return whole.ofLastGoodRun();
      }

      @Override
      public MappingDigest accepted() {
        return whole.accepted();
      }

      @Override
      public void accept(MappingDigest mapping) {
        whole.accept(mapping);
      }

      @Override
      public void remember(MappingDigest mapping) {}
    };
  }

  /// Nothing, and nothing is kept.
  static KnownMapping none() {
    return new KnownMapping() {
      @Override
      public MappingDigest ofLastGoodRun() {
        return MappingDigest.UNKNOWN;
      }

      @Override
      public MappingDigest accepted() {
        return MappingDigest.UNKNOWN;
      }

      @Override
      public void accept(MappingDigest mapping) {}

      @Override
      public void remember(MappingDigest mapping) {}
    };
  }
}
