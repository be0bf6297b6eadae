package org.rollcall.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// An unmodifiable list that computes an element on each access, for lists that are too long to
/// store.
public final class ComputedList<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> element;

  /// @param element makes the element at an index; repeated calls give equal elements
  public ComputedList(int size, IntFunction<T> element) {
    this.size = size;
    this.element = element;
  }

  /// `list` itself if it is computed; otherwise an unmodifiable copy.
  public static <T> List<T> keep(List<T> list) {
    return list instanceof ComputedList<T> ? list : List.copyOf(list);
  }

  /// The elements of `list` for which `which` is true, in its order. Only their indexes are stored,
  /// so `list` must not change.
  ///
  /// @param list a list with fast access by index
  /// @param which called once for each element
  public static <T> List<T> where(List<T> list, Predicate<? super T> which) {
    int[] places = IntStream.range(0, list.size()).filter(at -> which.test(list.get(at))).toArray();
    return new ComputedList<>(places.length, index -> list.get(places[index]));
  }

  @Override
  public T get(int index) {
    return element.apply(index);
  }

  @Override
  public int size() {
    return size;
  }
}
