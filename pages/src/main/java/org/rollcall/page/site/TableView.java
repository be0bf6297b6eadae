package org.rollcall.page.site;

import java.util.List;
import java.util.Optional;
import org.rollcall.page.Tone;

/// A list that one can work through.
///
/// @param about what it lists, as a sentence
/// @param filter what of it is shown
/// @param choices what can be chosen instead; empty for no choice
/// @param head the names of its columns
/// @param empty what to say where it lists nobody
/// @param more the address of what follows; `""` for nothing
/// @param csv the address of the same as a table of texts; `""` for none
public record TableView(
    String about,
    Filter filter,
    List<FilterLink> choices,
    List<String> head,
    List<List<Cell>> rows,
    String empty,
    String more,
    String csv)
    implements View {
  /// One cell.
  ///
  /// @param link where it leads; `""` for nowhere
  /// @param action what can be done there; empty for nothing
  public record Cell(String text, Tone tone, String link, Optional<Action> action) {
    /// A plain one.
    public static Cell of(String text) {
      return new Cell(text, Tone.QUIET, "", Optional.empty());
    }

    /// One that leads somewhere.
    public static Cell link(String text, String link) {
      return new Cell(text, Tone.QUIET, link, Optional.empty());
    }

    /// One with a meaning.
    public static Cell of(String text, Tone tone) {
      return new Cell(text, tone, "", Optional.empty());
    }

    /// Something to do.
    public static Cell action(String words, String path, String field, String value) {
      return new Cell("", Tone.QUIET, "", Optional.of(new Action(words, path, field, value)));
    }

    /// Whether its meaning is shown.
    public boolean isToned() {
      return tone != Tone.QUIET;
    }
  }

  /// A button.
  ///
  /// @param words what it says
  /// @param path where its form goes
  /// @param field the name of the only value that it sends
  public record Action(String words, String path, String field, String value) {}

  public TableView {
    choices = List.copyOf(choices);
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// What is chosen; `""` for no choice.
  public String chosen() {
    return choices.stream().filter(FilterLink::chosen).map(FilterLink::name).findFirst().orElse("");
  }

  @Override
  public String template() {
    return "table";
  }
}
