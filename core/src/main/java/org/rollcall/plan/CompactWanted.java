package org.rollcall.plan;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.rollcall.model.Wanted;

/// Members as they should be, in the order they were added, in about as many bytes as they have
/// letters. Each is made anew whenever it is asked for.
///
/// Filled by one thread, then read by any number.
public final class CompactWanted extends AbstractList<Wanted> implements RandomAccess {
  private final Packing packing = new Packing();
  private final Addresses addresses = new Addresses();

  /// `wanted` itself where it can no longer change or is one of these; else a copy.
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
