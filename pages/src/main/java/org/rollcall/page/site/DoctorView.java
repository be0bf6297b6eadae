package org.rollcall.page.site;

import java.util.List;
import org.rollcall.page.Tone;

/// What the doctor found for one sync.
public record DoctorView(String sync, List<Found> found) implements View {
  /// One finding.
  ///
  /// @param what what was looked at
  /// @param sentences what is wrong with it, and what to do; empty where it is right
  public record Found(String what, Tone tone, List<String> sentences) {
    public Found {
      sentences = List.copyOf(sentences);
    }
  }

  public DoctorView {
    found = List.copyOf(found);
  }

  @Override
  public String template() {
    return "doctor";
  }
}
