package org.rollcall.page.site;

import java.util.List;

/// Why there is nothing else to see.
///
/// @param sentences what happened and what to do
public record MessageView(List<String> sentences) implements View {
  public MessageView {
    sentences = List.copyOf(sentences);
  }

  @Override
  public String template() {
    return "message";
  }
}
