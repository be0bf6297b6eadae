package org.rollcall.doctor;

import java.util.List;
import java.util.Optional;

/// Checks whether the key is of a kind that shows the whole roster.
///
/// @param refusal why the key does not show it, and what to do; empty where it does
public record KeyCheck(Optional<String> refusal) implements Check {
  @Override
  public String subject() {
    return "Supabase key";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        refusal
            .<Finding>map(sentence -> new Finding.Wrong(subject(), sentence, ""))
            .orElseGet(() -> new Finding.Good(subject(), "It is not a key for browsers.")));
  }
}
