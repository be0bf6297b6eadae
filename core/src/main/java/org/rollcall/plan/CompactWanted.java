package org.rollcall.plan;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.rollcall.model.Wanted;

/// Members as they should be, in the order in which they were added. Each takes about as many bytes
/// as it has letters, and is created again on each access.
///
/// One thread fills it; then any number may read it.
public final class CompactWanted extends AbstractList<Wanted> implements RandomAccess {
  private final Packing packing = new Packing();
  private final Addresses addresses = new Addresses();

  /// `wanted` itself if it is immutable or already compact; otherwise a copy.
  public static List<Wanted> keep(List<Wanted> wanted) {
    return wanted instanceof CompactWanted ? wanted : List.copyOf(wanted);
  }

  @Override
  public boolean add(Wanted wanted) {
    addresses.add(packing.pack(wanted));
    return true;
  }

  @Override
  public Wanted get(int index) {
    return packing.wanted(addresses.get(index));
  }

  @Override
  public int size() {
    return addresses.size();
  }
}
