package org.rollcall.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.PrintableText;
import org.rollcall.model.RosterQuery;
import org.rollcall.settings.Problem;
import org.rollcall.settings.SettingsException;
import org.rollcall.settings.SettingsText;
import org.rollcall.survey.SchemaTables;

/// A settings file for a roster that was looked at. It begins as the built-in settings; what is
/// found is written into it. It names no code and holds nothing of a member. Not for use by several
/// threads at once.
public final class SettingsDraft {
  private static final String NAME = "rollcall.yaml";

  /// More different values than this are hardly those of a status, and are not written down.
  private static final int MOST = 50;

  private static final int STATUSES = 20;
  private static final int LONGEST = 60;

  private final SettingsLines lines;
  private final Map<String, String> environment;
  private final List<String> told = new ArrayList<>();

  /// @param template the built-in settings
  /// @param environment the variables for `${NAME}`
  public SettingsDraft(String template, Map<String, String> environment) {
    this.lines = new SettingsLines(template);
    this.environment = Map.copyOf(environment);
  }

  /// Leaves only what the database has.
  ///
  /// @param query what the built-in settings read
  /// @throws UnfitRoster when there is no table of members, or it has no key
  public void fit(RosterQuery query, SchemaTables tables) {
    told.addAll(new RosterDraft(lines, query, tables).fit());
  }

  /// The draft as settings, without the fields that need what is not there.
  ///
  /// @throws SettingsException when they are wrong in another way, as where the environment lacks a
  ///   variable
  public SyncDefinition definition() {
    while (true) {
      try {
        return SyncDefinition.read(new SettingsText(NAME, text()), environment);
      } catch (SettingsException wrong) {
        if (!leaveOut(wrong.problems().getFirst())) {
          throw wrong;
        }
      }
    }
  }

  private boolean leaveOut(Problem problem) {
    var place =
        problem.line() == 0 ? Optional.<String>empty() : lines.at(problem.line(), optional());
    place.ifPresent(path -> {
      lines.commentOut(path, "Left out: " + problem.message() + ".");
      told.add((path.startsWith("tests.") ? "a test" : path) + " is left out");
    });
    return place.isPresent();
  }

  /// What a mapping can do without.
  private List<String> optional() {
    return Stream.of(
            lines.below("roster.join").stream().map(join -> join + ".where"),
            lines.below("contact.custom_attributes").stream(),
            lines.below("tests").stream(),
            Stream.of(
                "contact.name",
                "contact.phone",
                "contact.custom_attributes",
                "roster.where",
                "roster.join"))
        .flatMap(each -> each)
        .toList();
  }

  /// Says which values a column of the members has that decides who is eligible.
  ///
  /// @param counts how many people have each
  public void statuses(String column, SortedMap<String, Integer> counts) {
    if (counts.size() > MOST) {
      lines.note(
          "roster.where." + column,
          List.of("The roster has %,d different values here.".formatted(counts.size())));
      return;
    }
    var shown =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .filter(each -> each.getKey().length() <= LONGEST)
            .limit(STATUSES)
            .map(each -> "%s %,d".formatted(PrintableText.of(each.getKey()), each.getValue()))
            .collect(Collectors.joining(", "));
    var more =
        counts.size() > STATUSES ? " and %,d more values".formatted(counts.size() - STATUSES) : "";
    lines.note("roster.where." + column, List.of("The roster has: %s%s.".formatted(shown, more)));
  }

  /// Lists the codes to be named.
  ///
  /// @param uses the codes of each vocabulary, those of most members first
  /// @param asked whether contacts could be asked what they hold
  public void codes(Map<String, List<CodeUse>> uses, boolean asked) {
    for (var path : lines.below("vocabulary")) {
      var name = path.substring("vocabulary.".length());
      var listed = new VocabularyLines(uses.getOrDefault(name, List.of()), asked);
      lines.append(path, listed.lines());
      told.add("vocabulary %s: %s".formatted(name, listed.told()));
    }
  }

  /// Says which custom attributes the workspace has.
  public void attributes(List<DataAttribute> attributes) {
    var there =
        attributes.stream()
            .filter(each -> !each.archived())
            .map(DataAttribute::name)
            .collect(Collectors.toCollection(TreeSet::new));
    var mapped = new TreeSet<String>();
    for (var path : lines.below("contact.custom_attributes")) {
      var name = path.substring("contact.custom_attributes.".length());
      mapped.add(name);
      if (!there.contains(name)) {
        lines.note(
            path,
            List.of(
                "The workspace has no attribute %s yet; `rollcall doctor --fix` creates it."
                    .formatted(name)));
        told.add("no attribute %s in the workspace".formatted(name));
      }
    }
    there.removeAll(mapped);
    if (!there.isEmpty()) {
      lines.note(
          "contact.custom_attributes",
          List.of("The workspace also has: %s.".formatted(Names.listed(there))));
    }
  }

  /// Tells a person something beside the file.
  public void tell(String sentence) {
    told.add(sentence);
  }

  /// The file.
  public String text() {
    return lines.text();
  }

  /// What a person has to be told, a clause each.
  public List<String> told() {
    return List.copyOf(told);
  }
}
