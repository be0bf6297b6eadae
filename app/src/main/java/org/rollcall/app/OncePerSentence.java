package org.rollcall.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Hands each sentence on the first time it is said: everybody who asks a store that cannot be
/// opened is told so. For many threads.
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
