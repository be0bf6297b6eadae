package org.rollcall.page;

import java.util.List;
import org.rollcall.model.ComputedList;

/// Everything that a page shows, in the words in which it shows it. Who may not be seen is masked
/// already.
///
/// @param title what the page is about
/// @param about where and when, a line each
/// @param badge how it stands, in a word
/// @param remarks what has to be known first, a sentence each
/// @param figures the counts
/// @param nights earlier runs, the oldest first; empty where none are known
/// @param fields what changes, field by field
/// @param causes why members failed or were skipped
/// @param entries the members; each may be made again on each access
/// @param notices what was noticed beside, a sentence each
public record Page(
    String title,
    List<String> about,
    Badge badge,
    List<String> remarks,
    List<Figure> figures,
    List<NightBar> nights,
    List<FieldRow> fields,
    List<CauseRow> causes,
    List<EntryRow> entries,
    List<String> notices) {
  public Page {
    about = List.copyOf(about);
    remarks = List.copyOf(remarks);
    figures = List.copyOf(figures);
    nights = List.copyOf(nights);
    fields = List.copyOf(fields);
    causes = List.copyOf(causes);
    entries = ComputedList.keep(entries);
    notices = List.copyOf(notices);
  }

  /// How it stands.
  public record Badge(String word, Tone tone) {}

  /// A number and what it counts.
  public record Figure(String name, long number, Tone tone) {}

  /// One field.
  ///
  /// @param changes the most frequent ones
  public record FieldRow(
      String field, int contacts, int filled, int emptied, List<PairRow> changes) {
    public FieldRow {
      changes = List.copyOf(changes);
    }
  }

  /// A value that becomes another.
  public record PairRow(String before, String after, int contacts) {}

  /// A field of one member.
  public record ValueRow(String field, String before, String after) {}

  /// A reason that members have in common.
  ///
  /// @param what what became of them
  /// @param numbers of the first of them
  /// @param advice what to do; `""` where nothing more is known
  public record CauseRow(
      String what, String text, int members, List<String> numbers, String advice, Tone tone) {
    public CauseRow {
      numbers = List.copyOf(numbers);
    }
  }

  /// One member.
  ///
  /// @param what what becomes of them
  /// @param details other facts, a sentence each
  public record EntryRow(
      String member,
      String email,
      String what,
      Tone tone,
      List<ValueRow> fields,
      List<String> details) {
    public EntryRow {
      fields = List.copyOf(fields);
      details = List.copyOf(details);
    }
  }
}
