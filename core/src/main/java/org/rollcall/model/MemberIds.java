package org.rollcall.model;

import java.util.AbstractSet;
import java.util.Iterator;

/// A set of member numbers that takes little memory. One thread fills it; then any number may read
/// it.
public final class MemberIds extends AbstractSet<MemberId> {
  private final TextSet numbers = new TextSet();

  @Override
  public boolean add(MemberId member) {
    return numbers.add(member.value());
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof MemberId member && numbers.contains(member.value());
  }

  @Override
  public Iterator<MemberId> iterator() {
    var texts = numbers.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return texts.hasNext();
      }

      @Override
      public MemberId next() {
        return new MemberId(texts.next());
      }
    };
  }

  @Override
  public int size() {
    return numbers.size();
  }
}
