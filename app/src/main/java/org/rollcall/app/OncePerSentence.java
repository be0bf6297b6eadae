package org.rollcall.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Passes each sentence on only once. Several callers may report that the same store cannot be
/// opened. For many threads.
record OncePerSentence(Consumer<String> listener, Set<String> said) implements Consumer<String> {
  OncePerSentence(Consumer<String> listener) {
    this(listener, ConcurrentHashMap.newKeySet());
  }

  @Override
  public void accept(String sentence) {
    if (said.add(sentence)) {
      listener.accept(sentence);
    }
  }
}
