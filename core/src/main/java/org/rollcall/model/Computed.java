package org.rollcall.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// An unmodifiable list whose elements are made anew whenever they are asked for: for lists too
/// long to be held.
public final class Computed<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> element;

  /// @param element makes the element at an index, an equal one each time
  public Computed(int size, IntFunction<T> element) {
    this.size = size;
    this.element = element;
  }

  /// `list` itself where it is computed; else an unmodifiable copy.
  public static <T> List<T> keep(List<T> list) {
    return list instanceof Computed<T> ? list : List.copyOf(list);
  }

  /// Those elements of `list` that `which` is true of, in its order. Only their places are held, so
  /// `list` has to stay as it is.
  ///
  /// @param list one that can be asked for any element
  /// @param which asked once for each
  public static <T> List<T> where(List<T> list, Predicate<? super T> which) {
    int[] places = IntStream.range(0, list.size()).filter(at -> which.test(list.get(at))).toArray();
    return new Computed<>(places.length, index -> list.get(places[index]));
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
