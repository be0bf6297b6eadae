package org.rollcall.app;

import java.util.List;

/// What is wrong with the settings by themselves.
///
/// @param name the settings file, or what the built-in settings are called
/// @param mistakes a line each, with its place in the file where it has one, without secrets
/// @param tests how many tests of the mapping were run, in all syncs that could be read
public record Validation(String name, List<String> mistakes, int tests) {
  public Validation {
    mistakes = List.copyOf(mistakes);
  }
}
