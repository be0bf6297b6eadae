package org.rollcall.doctor;

import java.util.List;
import java.util.Optional;

/// Whether the key is of a kind that shows the whole roster.
///
/// @param refusal why it is not, with what to do; empty where it is
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
            .orElseGet(
                () -> new Finding.Good(subject(), "Not one of those that are made for browsers.")));
  }
}
