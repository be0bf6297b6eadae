package org.rollcall.support;

import org.rollcall.model.MappingDigest;
import org.rollcall.run.KnownMapping;

/// Remembers a mapping as long as the program lives.
public final class RememberedMapping implements KnownMapping {
  private MappingDigest good = MappingDigest.UNKNOWN;
  private MappingDigest accepted = MappingDigest.UNKNOWN;

  @Override
  public MappingDigest ofLastGoodRun() {
    return good;
  }

  @Override
  public MappingDigest accepted() {
    return accepted;
  }

  @Override
  public void accept(MappingDigest mapping) {
    accepted = mapping;
  }

  @Override
  public void remember(MappingDigest mapping) {
    good = mapping;
    accepted = MappingDigest.UNKNOWN;
  }
}
